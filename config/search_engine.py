"""Which search engine an installation has: the embedded one, or a cluster that the environment names."""

from pathlib import Path
from typing import Any

from environs import Env, validate


def read_search_engine(env: Env, data_dir: Path) -> dict[str, Any]:
    """Return the setting SEARCH_ENGINE; without ELASTICSEARCH_URL the index is a local directory."""
    hosts: list[str] = env.list("ELASTICSEARCH_URL", default=[])
    api_key = env.str("ELASTICSEARCH_API_KEY", default="")
    user, password = env.str("ELASTICSEARCH_USER", default=""), env.str("ELASTICSEARCH_PASSWORD", default="")
    authority = env.str("ELASTICSEARCH_CA", default="")
    options = {
        "hosts": hosts,
        "index": env.str("ELASTICSEARCH_INDEX", default="heritage"),
        "shards": env.int("ELASTICSEARCH_SHARDS", default=1, validate=validate.Range(min=1)),
        "replicas": env.int("ELASTICSEARCH_REPLICAS", default=1, validate=validate.Range(min=0)),
    }
    if not hosts:
        engine, path = "search.engines.embedded.EmbeddedEngine", data_dir / "index"
        return {"ENGINE": engine, "OPTIONS": {"path": path}}
    if api_key:
        options["api_key"] = api_key
    elif user:
        options["basic_auth"] = (user, password)
    if authority:
        options["ca_certs"] = authority
    return {"ENGINE": "search.engines.elasticsearch.ElasticsearchEngine", "OPTIONS": options}
