"""The index answers differently now: the one signal by which whoever shows its answers is told."""

from django.dispatch import Signal

index_changed = Signal()  # sent after the engine has made a change durable, by the process that made it
