"""Tests of the tools: what the documents promise, the locks, the messages, the conventions."""
