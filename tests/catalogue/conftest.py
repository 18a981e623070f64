"""Tests of the public site."""

from tests.indexes import index

__all__ = ["index"]
