"""A rebuild of the index against the same documents analysed and written by bare Tantivy."""

import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import tantivy

from benchmarks.result import Result, Target, Timing, compared, require_equal
from search.document_schema import SearchDocument
from search.documents import all_documents
from search.engine import get_engine
from search.engines.embedded_index import BUILD_HEAP
from search.engines.embedded_schema import build_schema, to_tantivy
from search.indexing import rebuild
from search.pinyin import name_keys, sort_key

TARGETS = {"index.rebuild": Target(ratio=1.5)}


def measure() -> Iterator[Result]:
    """One after the other, once: either takes many seconds."""
    documents = list(all_documents())
    theirs = _bare_build(documents)
    started = time.perf_counter()
    rebuild()
    ours = time.perf_counter() - started
    require_equal("documents in the index", get_engine().status().document_count, len(documents))
    yield compared(
        "index.rebuild",
        Timing(f"rebuild of the index, {len(documents)} records", ours * 1000),
        Timing("bare Tantivy from ready texts, with the same analysis", theirs * 1000),
    )


def _bare_build(documents: list[SearchDocument]) -> float:
    """Return the seconds that analysing, writing and merging take when every text is at hand."""
    folder = Path(mkdtemp(prefix="bare-tantivy-"))
    try:
        started = time.perf_counter()
        index = tantivy.Index(build_schema(), str(folder))
        writer = index.writer(BUILD_HEAP, num_threads=1)
        for document in documents:
            name_keys([document.title_zh, *document.former_names])
            sort_key(document.title_zh)
            writer.add_document(to_tantivy(document))
        writer.commit()
        writer.wait_merging_threads()
        return time.perf_counter() - started
    finally:
        rmtree(folder)
