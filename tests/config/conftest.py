"""Tests of the wiring."""

from tests.indexes import index

__all__ = ["index"]
