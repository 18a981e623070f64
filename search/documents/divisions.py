"""The divisions a record lies in, as words and as values of a facet."""

from heritage.models import Division


def place_names(division: Division | None) -> tuple[str, ...]:
    """The names from the prefecture down, Chinese and English."""
    chain = division.chain if division else ()
    return (*(above.name_zh for above in chain), *(above.name_en for above in chain))


def division_codes(division: Division | None) -> tuple[str, ...]:
    """The codes from the prefecture down."""
    return tuple(above.code for above in division.chain) if division else ()
