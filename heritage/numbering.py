"""Record numbers of our own: `JL`, five characters and a check character.

They are given once and never reused, and are unlike any official code: census numbers
(NNNNNN-NNNN) are given by the census office and are never minted here.
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX = "JL"
SERIAL_LENGTH = 5
LARGEST_SERIAL = len(ALPHABET) ** SERIAL_LENGTH - 1
_MODULUS = 31  # prime, so that every swap of neighbours changes the sum


def check_character(body: str) -> str:
    """Return the check character of the five serial characters: their weighted sum modulo 31."""
    total = sum(weight * ALPHABET.index(character) for weight, character in enumerate(body, start=2))
    return ALPHABET[total % _MODULUS]


def number_for_serial(serial: int) -> str:
    """Return the written number of a serial from 1 to 33,554,431; ValueError outside."""
    if not 1 <= serial <= LARGEST_SERIAL:
        raise ValueError(f"serial {serial} is outside 1–{LARGEST_SERIAL}")
    characters = []
    for _ in range(SERIAL_LENGTH):
        serial, remainder = divmod(serial, len(ALPHABET))
        characters.append(ALPHABET[remainder])
    body = "".join(reversed(characters))
    return f"{PREFIX}{body}{check_character(body)}"


def normalise_number(text: str) -> str | None:
    """Return the written form of a number typed in any case, or None when it is not one."""
    written = text.strip().upper()
    body = written[len(PREFIX) : -1]
    is_formed = (
        written.startswith(PREFIX)
        and len(written) == len(PREFIX) + SERIAL_LENGTH + 1
        and all(character in ALPHABET for character in written[len(PREFIX) :])
    )
    return written if is_formed and written[-1] == check_character(body) else None
