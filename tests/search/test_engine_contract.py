"""What every search engine must count, order and show. Matching and writing have files of their own."""

import pytest

from search.facets import FACET_NAMES
from search.query import SearchQuery
from search.results import Cluster, FacetCount, Hit, YearCount
from tests.search.documents import AREA, CELLAR, CEMENT, CORPUS, DEPOT, FERROALLOY, make_document
from tests.search.engines import found, keys

# Narrowing and counting


@pytest.mark.parametrize(
    ("narrowing", "documents"),
    [
        ({"filters": {"kind": ("area",)}}, (AREA,)),
        ({"filters": {"kind": ("site", "area")}}, CORPUS),
        ({"filters": {"division": ("220200", "220300")}}, (CEMENT, FERROALLOY, DEPOT)),
        ({"filters": {"division": ("220200",), "kind": ("area",)}}, ()),
        ({"filters": {"division": ("nowhere\0",)}}, ()),
        ({"years": (1940, 1950)}, (CEMENT,)),
        ({"years": (None, 1934)}, (CEMENT, DEPOT)),
        ({"years": (1937, None)}, (CEMENT, FERROALLOY, CELLAR)),
        ({"bbox": (126.0, 43.0, 127.0, 44.0)}, (CEMENT, FERROALLOY)),
        ({"bbox": (124.38, 43.17, 124.38, 43.17)}, (DEPOT,)),
        ({"bbox": (-180.0, -90.0, 180.0, 90.0)}, (CEMENT, FERROALLOY, DEPOT, CELLAR)),
    ],
)
def test_filters_years_and_box_narrow_a_search(engine, narrowing, documents):
    assert found(engine, **narrowing) == keys(*documents)
    assert engine.search(SearchQuery(**narrowing)).total == len(documents)


def counted(results) -> dict:
    """The facets that count anything in the corpus."""
    return {name: counts for name, counts in results.facets.items() if counts}


def test_every_facet_is_answered_also_when_it_counts_nothing(engine):
    assert tuple(engine.search(SearchQuery(text="哈达湾")).facets) == FACET_NAMES


def test_facets_count_all_hits(engine):
    assert counted(engine.search(SearchQuery(text="哈达湾"))) == {
        "kind": (FacetCount("site", 2),),
        "division": (FacetCount("220000", 2), FacetCount("220200", 2), FacetCount("220202", 2)),
    }


def test_a_facet_is_counted_without_its_own_filter(engine):
    results = engine.search(SearchQuery(filters={"kind": ("area",), "division": ("222404",)}))
    assert results.total == 1
    assert counted(results) == {
        "kind": (FacetCount("area", 1, is_selected=True),),
        "division": (
            FacetCount("220000", 1),
            FacetCount("222400", 1),
            FacetCount("222404", 1, is_selected=True),
        ),
    }


def test_a_chosen_value_without_hits_is_still_shown(engine):
    kinds = engine.search(SearchQuery(text="酒窖", filters={"kind": ("area",)})).facets["kind"]
    assert kinds == (FacetCount("site", 1), FacetCount("area", 0, is_selected=True))


def test_the_histogram_counts_each_decade_a_record_touches(engine):
    bars = engine.search(SearchQuery(years=(1953, 1953))).years
    assert bars == (
        YearCount(1920, 1929, 1),
        YearCount(1930, 1939, 2),
        YearCount(1940, 1949, 1),
        YearCount(1950, 1959, 1),
    )


def test_a_bar_of_the_histogram_counts_what_its_years_find(engine):
    for bar in engine.search(SearchQuery()).years:
        assert engine.search(SearchQuery(years=(bar.year_from, bar.year_to))).total == bar.count


# Order and paging


@pytest.mark.parametrize(
    ("sort", "documents"),
    [
        ("pinyin", (CEMENT, AREA, FERROALLOY, DEPOT, CELLAR)),
        ("year", (DEPOT, CEMENT, CELLAR, FERROALLOY, AREA)),
        ("listed", (FERROALLOY, CEMENT, CELLAR, None, None)),
        ("", (CEMENT, AREA, FERROALLOY, DEPOT, CELLAR)),
        ("relevance", (CEMENT, AREA, FERROALLOY, DEPOT, CELLAR)),
    ],
)
def test_hits_are_in_the_order_asked_for_and_blanks_come_last(engine, sort, documents):
    hits = engine.search(SearchQuery(sort=sort)).hits
    expected = [document and document.key for document in documents]
    assert [hit.key if wanted else None for hit, wanted in zip(hits, expected, strict=True)] == expected


def test_pages_follow_each_other_without_gap_or_overlap(engine):
    pages = [engine.search(SearchQuery(page=page, per_page=2)) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [2, 2, 1, 0]
    assert {page.total for page in pages} == {5}
    assert [hit.key for page in pages for hit in page.hits] == list(engine.iter_keys(SearchQuery()))


def test_a_page_of_hits_is_made_of_keys_and_scores(engine):
    results = engine.search(SearchQuery(sort="pinyin", per_page=1))
    assert results.hits == (Hit(CEMENT.key, 0.0),)
    assert results.took_ms > 0


# Map and suggestions


def test_near_points_are_one_cluster_and_far_ones_are_not(engine):
    clusters = engine.clusters(SearchQuery(), zoom=7)
    assert sorted((cluster.count, cluster.key) for cluster in clusters if cluster.count == 1) == sorted(
        [(1, DEPOT.key), (1, CELLAR.key)]
    )
    (joined,) = [cluster for cluster in clusters if cluster.count > 1]
    assert (joined.count, joined.key) == (2, None)
    assert (joined.longitude, joined.latitude) == pytest.approx((126.55015, 43.88015))


def test_close_up_each_record_is_a_point_of_its_own(engine):
    clusters = engine.clusters(SearchQuery(text="四平"), zoom=18)
    assert clusters == (Cluster(DEPOT.longitude, DEPOT.latitude, 1, DEPOT.key),)
    assert len(engine.clusters(SearchQuery(bbox=(126.0, 43.0, 127.0, 44.0)), zoom=22)) == 2


@pytest.mark.parametrize(
    "narrowing",
    [
        {},
        {"text": "哈达湾"},
        {"filters": {"kind": ("site", "area")}},
        {"filters": {"division": ("222404",)}},
        {"years": (1940, 1950)},
        {"bbox": (126.0, 43.0, 127.0, 44.0)},
    ],
    ids=str,
)
@pytest.mark.parametrize("zoom", [0, 7, 18])
def test_clusters_and_hits_without_a_place_add_up_to_all_hits(engine, narrowing, zoom):
    query = SearchQuery(**narrowing)
    located, total = engine.count(query, is_located=True), engine.count(query)
    assert sum(cluster.count for cluster in engine.clusters(query, zoom)) == located
    points = {document.key for document in CORPUS if document.longitude is not None}
    hits = found(engine, **narrowing)
    assert (total, located) == (len(hits), len(hits & points))


def test_the_status_names_the_revision_that_answers(engine):
    assert engine.status().revision == engine.search(SearchQuery()).revision != ""


@pytest.mark.parametrize(
    ("prefix", "documents"),
    [
        ("哈", (CEMENT,)),
        ("hada", (CEMENT,)),
        ("jlthj", (FERROALLOY,)),
        ("四平街", (DEPOT,)),
        ("Locomot", (DEPOT,)),
        ("Siping Loco", (DEPOT,)),
        ("jl00001", (CEMENT,)),
        ("", ()),
        ("！", ()),
    ],
)
def test_suggestions_come_by_the_beginning_of_names_pinyin_initials_and_codes(engine, prefix, documents):
    assert {suggestion.key for suggestion in engine.suggest(prefix)} >= keys(*documents)
    assert bool(engine.suggest(prefix)) == bool(documents)


def test_a_suggestion_carries_what_is_shown(engine):
    (suggestion,) = engine.suggest("水泥", limit=1)
    assert (suggestion.key, suggestion.name, suggestion.name_en, suggestion.number) == (
        CEMENT.key,
        "哈达湾水泥厂旧址",
        "Hadawan Cement Works",
        "JL00001X",
    )


def test_names_that_begin_with_the_text_are_suggested_first(engine):
    engine.apply(
        engine.search(SearchQuery()).generation, [make_document(9, "水泥"), make_document(8, "老水泥")]
    )
    assert engine.suggest("水泥")[0].name == "水泥"
