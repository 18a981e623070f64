"""Two records of one thing, made one: what of the one becomes the other's, and how it goes back.

`heritage.services.merging` and `heritage.services.undoing_merges` carry it out. See docs/quality.md.
"""
