"""What is particular to the embedded engine: its files, their damage, processes and threads."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.engines.embedded import EmbeddedEngine
from search.engines.embedded_generations import FORMAT, GenerationDirectory, damaged_files
from search.query import SearchQuery
from search.results import SearchUnavailableError
from tests.search.documents import AREA, CEMENT, CORPUS, make_document

# Another process that updates the index named on its command line.
WRITE_ELSEWHERE = """
import sys
from search.engines.embedded import EmbeddedEngine
from tests.search.documents import make_document
EmbeddedEngine(sys.argv[1]).apply(sys.argv[2], [make_document(7, "别处写入")])
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def engine(path):
    engine = EmbeddedEngine(path)
    generation = engine.create()
    engine.apply(generation, CORPUS)
    engine.promote(generation)
    return engine


def current(engine):
    return engine.status().generation


def overwrite(path, suffix):
    """Spoil the middle of the segment files of one kind, as a failing disk does."""
    for file in path.glob(f"*.{suffix}"):
        content = bytearray(file.read_bytes())
        content[: len(content) // 2] = b"\xff" * (len(content) // 2)
        file.write_bytes(content)


def test_a_generation_is_named_for_its_time_schema_chain_and_engine(engine, path):
    assert current(engine).endswith(f"-{FORMAT}")
    assert (path / "current").read_text() == current(engine)


def test_an_index_of_another_format_still_answers_and_is_called_outdated(engine, path):
    old = f"20200101T000000000000Z-{'0' * 8}-{'0' * 7}-0.26.0"
    (path / current(engine)).rename(path / old)
    GenerationDirectory(path).point_to(old)
    assert engine.search(SearchQuery(text="酒窖")).total == 1
    assert engine.status().is_outdated


def test_what_another_process_writes_is_found_by_the_next_search(engine, path):
    assert engine.search(SearchQuery(text="别处")).total == 0
    subprocess.run([sys.executable, "-c", WRITE_ELSEWHERE, path, current(engine)], check=True)
    assert engine.search(SearchQuery(text="别处")).total == 1


def test_a_second_writer_is_refused_at_once_and_changes_nothing(engine):
    generation = current(engine)

    def meanwhile():
        with pytest.raises(SearchUnavailableError, match="Lock"):
            engine.apply(generation, [make_document(8, "第二个")])
        yield make_document(9, "前一个")

    engine.apply(generation, meanwhile())
    assert (
        engine.search(SearchQuery(text="第二个")).total,
        engine.search(SearchQuery(text="前一个")).total,
    ) == (
        0,
        1,
    )


def test_a_writer_that_failed_leaves_no_lock_behind(engine):
    generation = current(engine)

    def broken():
        yield CEMENT
        raise LookupError

    with pytest.raises(LookupError) as kept:
        engine.apply(generation, broken())
    engine.apply(generation, [make_document(9, "之后")])
    assert engine.search(SearchQuery(text="之后")).total == 1
    assert kept.type is LookupError


@pytest.mark.parametrize("name", ["meta.json", "*.term", "*.store"])
def test_an_index_that_lost_a_file_is_unavailable_and_another_generation_answers_again(engine, path, name):
    lost = current(engine)
    for file in (path / lost).glob(name):
        file.unlink()
    fresh = EmbeddedEngine(path)
    with pytest.raises(SearchUnavailableError, match="rebuild_search_index"):
        fresh.search(SearchQuery(text="酒窖"))
    assert fresh.status().problem
    new = fresh.create()
    fresh.apply(new, [AREA])
    fresh.promote(new)
    assert fresh.search(SearchQuery()).total == 1
    fresh.drop(lost)
    assert [generation.name for generation in fresh.generations()] == [new]


def test_damage_is_found_by_checksum(engine, path):
    generation = path / current(engine)
    assert damaged_files(generation) == []
    overwrite(generation, "idx")
    assert [name.rpartition(".")[2] for name in damaged_files(generation)] == ["idx"]


@pytest.mark.parametrize("suffix", ["idx", "term", "fast", "pos", "fieldnorm"])
def test_a_damaged_index_is_marked_and_not_read_again(engine, path, suffix):
    generation = current(engine)
    overwrite(path / generation, suffix)
    fresh = EmbeddedEngine(path)
    with pytest.raises(SearchUnavailableError):
        fresh.search(SearchQuery(text="哈达湾"))
    with pytest.raises(SearchUnavailableError, match=r"damaged.*rebuild_search_index"):
        EmbeddedEngine(path).search(SearchQuery())
    with pytest.raises(SearchUnavailableError, match="damaged"):
        fresh.promote(generation)
    with pytest.raises(SearchUnavailableError, match="promote another"):
        fresh.drop(generation)
    (state,) = fresh.generations()
    assert (state.name, state.is_current) == (generation, True)
    assert "damaged" in state.problem


def test_an_unreadable_pointer_is_told(engine, path):
    (path / "current").write_bytes(b"\xff\xfe")
    assert "cannot be read" in engine.status().problem
    (path / "current").write_text("nonsense")
    assert "nonsense" in engine.status().problem


def test_threads_search_while_generations_are_swapped(engine):
    generations = [current(engine), engine.create()]
    engine.apply(generations[1], CORPUS)

    def search(_):
        return engine.search(SearchQuery(text="哈达湾")).total

    with ThreadPoolExecutor(2) as pool:
        totals = pool.map(search, range(200))
        for turn in range(20):
            engine.promote(generations[turn % 2])
        assert set(totals) == {2}


def test_a_forked_child_searches_and_its_parent_can_still_write(engine):
    engine.search(SearchQuery())
    child = os.fork()
    if child == 0:
        os._exit(engine.search(SearchQuery(text="酒窖")).total)
    engine.apply(current(engine), [make_document(9, "之后")])
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert engine.search(SearchQuery(text="之后")).total == 1
