"""Made-up records of industrial heritage for measuring and for search tests; no site in them is a real one.

Record ``number`` depends on (seed, number) and on nothing else: a shorter corpus is the beginning of a longer
one, and any slice can be made by itself. Facets are drawn unevenly, so that one filter matches a third of all
records and another three in a thousand. Some texts are in traditional characters, some with full-width
figures, some end in English, some hold a distractor, and one record in a thousand a needle.
"""

from benchmarks.corpus.needles import DISTRACTORS, NEEDLE_EVERY, needles, without_distractors
from benchmarks.corpus.records import GeneratedRecord, make_record, make_records

__all__ = [
    "DISTRACTORS",
    "NEEDLE_EVERY",
    "GeneratedRecord",
    "make_record",
    "make_records",
    "needles",
    "without_distractors",
]
