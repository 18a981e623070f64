from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.utils.translation import gettext_lazy as _

from heritage.changes import changed


class HeritageConfig(AppConfig):
    """The inventory: models, rules, workflows, the officers' screens."""

    name = "heritage"
    verbose_name = _("Industrial heritage")

    def ready(self) -> None:
        """Register who may read what, and announce every deletion, cascades included."""
        from heritage.audit.listening import connect  # noqa: PLC0415 — models load after this file
        from heritage.models import Enterprise, HeritageProject  # noqa: PLC0415 — models load after this file
        from heritage.models.photograph_changes import announce_photograph  # noqa: PLC0415 — the same
        from heritage.models.records import announce_relation, announce_removal  # noqa: PLC0415 — the same
        from heritage.notices.listening import listen  # noqa: PLC0415 — the same
        from heritage.policies import register_policies  # noqa: PLC0415 — the same
        from heritage.services.queueing_checks import note_change  # noqa: PLC0415 — the same

        register_policies()
        changed.connect(note_change, dispatch_uid="heritage.quality")
        connect()
        listen()
        pre_delete.connect(announce_removal, dispatch_uid="heritage.coming_removal")
        post_delete.connect(announce_removal, dispatch_uid="heritage.removal")
        for signal in (post_save, pre_delete):
            signal.connect(announce_photograph, sender="media.Photograph", dispatch_uid="heritage.photograph")
        for model in (Enterprise, HeritageProject):
            m2m_changed.connect(
                announce_relation,
                sender=model.sites.through,
                dispatch_uid=f"heritage.sites_of.{model.record_kind}",
            )
