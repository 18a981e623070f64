"""Cells of spreadsheets: no text is read as a formula."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> str:
    """The value as text; a text that a spreadsheet would run gets an apostrophe before it.

    >>> safe_cell("=1+1"), safe_cell(-3.5), safe_cell(None)
    ("'=1+1", '-3.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.lstrip().startswith(FORMULA_SIGNS) or text.startswith(FORMULA_SIGNS) else text
