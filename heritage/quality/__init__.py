"""What looks wrong with a site: rules over plain facts, and sites that may be the same thing twice.

The rules read nothing; `reading` and `neighbours` do, in as many queries for one site as for hundreds.
`heritage.services.checking_quality` keeps the flags in step. See docs/quality.md.
"""
