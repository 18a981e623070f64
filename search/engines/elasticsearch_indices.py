"""Generations as indices behind an alias."""

import re
import time
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from search.engines.elasticsearch_queries import RECORDS
from search.engines.elasticsearch_schema import mapping, settings
from search.index_fields import SCHEMA_HASH
from search.results import Generation, SearchUnavailableError
from search.text import CHAIN_VERSION

FORMAT = f"{SCHEMA_HASH}-{CHAIN_VERSION}"
NAME = re.compile(r"[0-9]{20}-[0-9a-z-]+")


class Indices:
    """The indices of one installation, told apart from others on the cluster by `prefix`."""

    def __init__(self, prefix: str, shards: int, replicas: int) -> None:
        self.alias = prefix
        self._shards, self._replicas = shards, replicas

    def index_of(self, generation: str) -> str:
        """Return the index of a generation; SearchUnavailableError where the name is none of ours."""
        if not NAME.fullmatch(generation):
            raise SearchUnavailableError(f"{generation!r} is no generation of the search index.")
        return f"{self.alias}-{generation}"

    def create(self, client: Elasticsearch) -> str:
        generation = f"{time.time_ns():020d}-{FORMAT}"
        client.indices.create(
            index=self.index_of(generation),
            mappings=mapping().to_dict(),
            settings=settings(self._shards, self._replicas),
        )
        return generation

    def names(self, client: Elasticsearch) -> list[str]:
        """Return the generations there are, oldest first."""
        found = client.indices.get(index=f"{self.alias}-*", features="aliases", expand_wildcards="open")
        names = [index.removeprefix(f"{self.alias}-") for index in found]
        return sorted(name for name in names if NAME.fullmatch(name))

    def current(self, client: Elasticsearch) -> str:
        """Return the generation behind the alias; blank where there is none."""
        try:
            behind = client.indices.get_alias(name=self.alias)
        except NotFoundError:
            return ""
        return next(iter(behind)).removeprefix(f"{self.alias}-")

    def require_current(self, client: Elasticsearch) -> str:
        if current := self.current(client):
            return current
        raise SearchUnavailableError("There is no search index. Run manage.py rebuild_search_index.")

    def describe(self, client: Elasticsearch) -> tuple[Generation, ...]:
        current, names = self.current(client), self.names(client)
        return tuple(Generation(name, name == current, self.count(client, name)) for name in names)

    def count(self, client: Elasticsearch, generation: str) -> int:
        return client.count(index=self.index_of(generation), query=RECORDS.to_dict())["count"]

    def promote(self, client: Elasticsearch, generation: str) -> None:
        """Point the alias to a generation, in one step."""
        index = self.index_of(generation)
        if not client.indices.exists(index=index):
            raise SearchUnavailableError(f"The generation {generation} is not there; rebuild the index.")
        client.indices.put_settings(index=index, settings={"refresh_interval": None})
        others: Any = {"remove": {"index": f"{self.alias}-*", "alias": self.alias, "must_exist": False}}
        client.indices.update_aliases(actions=[others, {"add": {"index": index, "alias": self.alias}}])

    def drop(self, client: Elasticsearch, generation: str) -> None:
        if generation == self.current(client):
            raise SearchUnavailableError(f"{generation} answers searches now; promote another one first.")
        client.indices.delete(index=self.index_of(generation), ignore_unavailable=True)
