"""The audit log: every logged act is sealed with the seal of the one before it, in the act's transaction."""

from heritage.audit.recording import record, record_run

__all__ = ["record", "record_run"]
