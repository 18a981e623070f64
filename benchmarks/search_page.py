"""A page of results, rows and highlights without HTML, against the same requests sent to Tantivy bare."""

from collections.abc import Iterator

from benchmarks.bare_tantivy import BareTantivy
from benchmarks.result import Result, Target, Timing, compared, require_equal, timed_in_turn
from catalogue.result_rows import rows_for
from search.engine import get_engine
from search.query import SearchQuery

CHANGCHUN = "220100"
QUERIES: dict[str, SearchQuery] = {
    "broad": SearchQuery(text="厂"),
    "third": SearchQuery(text="车间"),
    "word": SearchQuery(text="机车"),
    "two_words": SearchQuery(text="哈达湾 铁合金"),
    "phrase": SearchQuery(text='"第一个五年计划重点项目"'),
    "narrow": SearchQuery(text="四平铁东"),
    "traditional": SearchQuery(text="鐵合金廠"),
    "pinyin": SearchQuery(text="hadawan"),
    "english": SearchQuery(text="boiler house"),
    "everything": SearchQuery(),
    "by_year": SearchQuery(sort="year"),
    "one_facet": SearchQuery(filters={"division": (CHANGCHUN,)}),
    "facets": SearchQuery(
        text="车间", filters={"level": ("county", "city"), "era": ("ffyp1",), "kind": ("site",)}
    ),
    "years": SearchQuery(text="铁路", years=(1932, 1945)),
    "box": SearchQuery(bbox=(125.0, 43.7, 125.6, 44.1)),
    "deep": SearchQuery(text="红砖", page=40),
}
ROUNDS = 15
MIX = "search.mix"
TARGETS = {MIX: Target(ratio=2.0), **{f"search.{name}": Target(ratio=2.0) for name in QUERIES}}


def measure() -> Iterator[Result]:
    """Each query by itself, and the sum of all."""
    bare = BareTantivy()
    ours_of_all, theirs_of_all = [], []
    for name, query in QUERIES.items():
        request = bare.prepare(query)
        require_equal(f"hits of {name}", page_of(query), request())
        ours, theirs = timed_in_turn(
            (f"result page: {name}", lambda query=query: page_of(query)),
            (f"bare Tantivy: {name}", request),
            rounds=ROUNDS,
        )
        ours_of_all.append(ours.milliseconds)
        theirs_of_all.append(theirs.milliseconds)
        yield compared(f"search.{name}", ours, theirs)
    yield compared(
        MIX,
        Timing(f"all {len(QUERIES)} result pages", sum(ours_of_all)),
        Timing("the same sent to bare Tantivy", sum(theirs_of_all)),
    )


def page_of(query: SearchQuery) -> int:
    """Return how many rows the page has: found, read from the database, highlighted."""
    results = get_engine().search(query)
    return len(rows_for([hit.key for hit in results.hits], query.text))
