"""Calls to the cluster: bounded in time, refused at once while it is silent, and never half an answer."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.results import SearchUnavailableError

SEARCH_SECONDS = 2.0
WRITE_SECONDS = 60.0
# After so many failures in a row nobody waits for the cluster any more; one call tries it again later.
FAILURES = 3
OPEN_SECONDS = 5.0
ADVICE = "Look at the cluster and its settings (docs/deployment.md); the database still lists the records."


class Breaker:
    """Open after failures in a row: whoever calls then is refused at once, until a trial gets through."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._trial_at = 0.0

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """Raise SearchUnavailableError while open; count how the block ends."""
        with self._lock:
            if self._failures >= FAILURES:
                if time.monotonic() < self._trial_at:
                    raise SearchUnavailableError(f"Elasticsearch did not answer {FAILURES} times. {ADVICE}")
                self._trial_at = time.monotonic() + OPEN_SECONDS  # this call tries; the others are refused
        try:
            yield
        except SearchUnavailableError:
            with self._lock:
                self._failures += 1
                self._trial_at = time.monotonic() + OPEN_SECONDS
            raise
        with self._lock:
            self._failures = 0


class Calls:
    """The two clients of an engine: one for readers, who wait two seconds, and one for writers."""

    def __init__(self, options: dict[str, Any]) -> None:
        client = Elasticsearch(**options, max_retries=0, retry_on_timeout=False)
        self._reading = client.options(request_timeout=SEARCH_SECONDS)
        self._writing = client.options(request_timeout=WRITE_SECONDS)
        self._breaker = Breaker()

    @contextmanager
    def reading(self) -> Iterator[Elasticsearch]:
        """A client for a search; SearchUnavailableError whatever goes wrong with it."""
        with self._breaker.guarding(), _translated():
            yield self._reading

    @contextmanager
    def writing(self) -> Iterator[Elasticsearch]:
        """A client for the drainer and the rebuilder, who may wait longer and always try."""
        with _translated():
            yield self._writing


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (ApiError, TransportError) as error:
        raise SearchUnavailableError(f"Elasticsearch: {_in_words(error)}. {ADVICE}") from error
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise SearchUnavailableError(
            f"Elasticsearch answered what cannot be read: {error!r}. {ADVICE}"
        ) from error


def _in_words(error: ApiError | TransportError) -> str:
    if isinstance(error, ApiError):
        return f"status {error.status_code}, {error.message}"
    return f"{type(error).__name__}, {error.message}"


def require_whole(answer: Any) -> None:
    """Refuse an answer that some shard did not take part in, or that ran out of time."""
    shards = answer["_shards"]
    if answer.get("timed_out") or shards["failed"] or shards["successful"] < shards["total"]:
        raise SearchUnavailableError(
            f"Elasticsearch answered in part: {shards['successful']} of {shards['total']} shards, "
            f"timed out: {bool(answer.get('timed_out'))}. {ADVICE}"
        )
