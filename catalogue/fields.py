"""Fields of editorial pages."""

from wagtail.fields import StreamField


class Stream(StreamField):
    """A stream whose block definitions stay out of migrations: what editors may place is no schema."""

    def __init__(self, block_types=(), **kwargs) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self) -> tuple[str, str, list, dict]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
