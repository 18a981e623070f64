"""The outbox between the database and the search index."""

from django.db import models


class OutboxEntry(models.Model):
    """One record to look at again. Written in the transaction of the change; carries no payload.

    `is_applied` marks entries that the serving generation has but a generation being built lacks.
    """

    kind = models.CharField(max_length=20)
    record_pk = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)
    is_applied = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["is_applied", "id"], name="search_outbox_pending")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_pk}"


class RecordVersion(models.Model):
    """How often a record has changed: what index and database are compared by. Never goes down."""

    kind = models.CharField(max_length=20)
    record_pk = models.BigIntegerField()
    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_pk"], name="search_version_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_pk} v{self.version}"


class ToldRecord(models.Model):
    """What the public may know of a record at a version, as `search.told_form` writes it."""

    kind = models.CharField(max_length=20)
    record_pk = models.BigIntegerField()
    version = models.PositiveBigIntegerField()
    words_version = models.PositiveBigIntegerField()
    form = models.CharField(max_length=16)
    content = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_pk"], name="search_told_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_pk} v{self.version}"


class GenerationBuild(models.Model):
    """A rebuild in progress: while one stands, applied entries are kept for it."""

    generation = models.CharField(max_length=120, unique=True)
    started_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.generation
