"""The sample file as the tests read it."""

import json

from heritage.exchange.sample_file import SAMPLE_FILE, read_sample
from heritage.models import Division

DATA = json.loads(SAMPLE_FILE.read_text(encoding="utf-8"))
ITEMS = DATA["heritage_items"]


def read_whole_file() -> dict[str, list[dict]]:
    """The lists of the sample, as the command reads them; the divisions must be loaded."""
    codes = set(Division.objects.current().values_list("code", flat=True))
    return read_sample(SAMPLE_FILE, division_codes=codes)
