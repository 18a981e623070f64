from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, pre_delete
from django.utils.translation import gettext_lazy as _


class HeritageConfig(AppConfig):
    """The inventory: models, rules, workflows, the officers' screens."""

    name = "heritage"
    verbose_name = _("Industrial heritage")

    def ready(self) -> None:
        """Register who may read what, and announce every deletion, cascades included."""
        from heritage.models import Enterprise, HeritageProject  # noqa: PLC0415 — models load after this file
        from heritage.models.records import announce_relation, announce_removal  # noqa: PLC0415 — the same
        from heritage.policies import register_policies  # noqa: PLC0415 — the same

        register_policies()
        pre_delete.connect(announce_removal, dispatch_uid="heritage.coming_removal")
        post_delete.connect(announce_removal, dispatch_uid="heritage.removal")
        for model in (Enterprise, HeritageProject):
            m2m_changed.connect(
                announce_relation,
                sender=model.sites.through,
                dispatch_uid=f"heritage.sites_of.{model.record_kind}",
            )
