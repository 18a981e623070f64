"""What an officer has to do: deadlines and tasks of many kinds, each with a link to where it is done."""

from heritage.worklist.dating import Span, When, span_of, when_of
from heritage.worklist.entries import Entry, Kind
from heritage.worklist.kinds import KINDS, kind_of

__all__ = ["KINDS", "Entry", "Kind", "Span", "When", "kind_of", "span_of", "when_of"]
