"""The history of a record in words: who changed which value from what to what, when, and on what grounds.

For officers who may read the record. What the public is told of it is `heritage.disclosure.history`.
"""
