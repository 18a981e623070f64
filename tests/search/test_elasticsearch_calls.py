"""A cluster that is down, slow or answers nonsense: a search says so in time; soon nobody waits."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from search.engines import elasticsearch_calls
from search.engines.elasticsearch import ElasticsearchEngine
from search.query import SearchQuery
from search.results import SearchUnavailableError

WHOLE = {"total": 1, "successful": 1, "failed": 0}
HALF = {"total": 2, "successful": 1, "failed": 1}


class Quiet(ThreadingHTTPServer):
    def handle_error(self, *_args: object) -> None:
        """Whoever hangs up on a slow answer does what the test wants."""


class Cluster:
    """A server that gives one answer to everything, as a broken cluster or a proxy before it would."""

    def __init__(self) -> None:
        self.status, self.body, self.delay, self.asked = 200, b"{}", 0.0, 0
        cluster = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                cluster.asked += 1
                time.sleep(cluster.delay)
                self.send_response(cluster.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("X-Elastic-Product", "Elasticsearch")
                self.send_header("Content-Length", str(len(cluster.body)))
                self.end_headers()
                self.wfile.write(cluster.body)

            do_GET = do_POST  # noqa: N815 — the name that http.server asks for

            def log_message(self, *_args: object) -> None:
                """Say nothing: standard error belongs to the tests."""

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, **body: Any) -> None:
        self.body = json.dumps(body).encode()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    thread = threading.Thread(target=cluster.server.serve_forever)
    thread.start()
    yield cluster
    cluster.server.shutdown()
    thread.join()
    cluster.server.server_close()


@pytest.fixture
def engine(cluster: Cluster) -> ElasticsearchEngine:
    return ElasticsearchEngine(hosts=[cluster.url])


def refused(engine: ElasticsearchEngine) -> str:
    with pytest.raises(SearchUnavailableError) as error:
        engine.search(SearchQuery(text="厂"))
    return str(error.value)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_cluster_that_refuses_is_unavailable(
    cluster: Cluster, engine: ElasticsearchEngine, status: int
) -> None:
    cluster.status = status
    assert f"status {status}" in refused(engine)


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'"text"', b"{}", b'{"_shards": {}}'])
def test_nonsense_is_no_empty_result(cluster: Cluster, engine: ElasticsearchEngine, body: bytes) -> None:
    cluster.body = body
    assert "Elasticsearch" in refused(engine)


def test_half_an_answer_is_none(cluster: Cluster, engine: ElasticsearchEngine) -> None:
    cluster.answer(timed_out=False, _shards=HALF, hits={"total": {"value": 0}, "hits": []}, aggregations={})
    assert "1 of 2 shards" in refused(engine)
    cluster.answer(timed_out=True, _shards=WHOLE, hits={"total": {"value": 0}, "hits": []}, aggregations={})
    assert "timed out: True" in refused(engine)


def test_a_slow_cluster_is_waited_for_only_so_long(
    cluster: Cluster, engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elasticsearch_calls, "SEARCH_SECONDS", 0.2)
    cluster.delay = 2.0
    assert "timed out" in refused(ElasticsearchEngine(hosts=[cluster.url]))


def test_after_failures_in_a_row_nobody_asks_until_a_trial_gets_through(
    cluster: Cluster, engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.status = 503
    for _failure in range(elasticsearch_calls.FAILURES):
        refused(engine)
    asked = cluster.asked
    assert "did not answer 3 times" in refused(engine)
    assert cluster.asked == asked
    monkeypatch.setattr(elasticsearch_calls.time, "monotonic", lambda: float("inf"))
    assert "status 503" in refused(engine)
    assert cluster.asked == asked + 1


def test_a_cluster_that_is_not_there_is_told_by_the_status(engine: ElasticsearchEngine) -> None:
    nobody = ElasticsearchEngine(hosts=["http://127.0.0.1:9"])
    status = nobody.status()
    assert (status.engine, status.document_count) == ("elasticsearch", 0)
    assert "docs/deployment.md" in status.problem
