"""Why a zone is not drawn or not removed, and what is doubtful about one that is drawn."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import registry as log_registry
from wagtail.models import ModelLogEntry

from accounts.models import User
from heritage.four_haves.asked import is_asked
from heritage.lifecycles.refusals import Refusal, state_and_paper
from heritage.lifecycles.rights import REVIEWING, ZONING, holds
from heritage.lifecycles.zone_rules import DRAWN_FOR_DESIGNATION, ZoneRule, rule_for
from heritage.models import HeritageSite, Zone

LOG_DRAW = "heritage.draw_zone"


def refusal_to_draw(site: HeritageSite, user: User) -> Refusal | None:
    """Return why this user may not draw zones of the site; None if they may, with their papers."""
    if holds(user, ZONING, site):
        return None
    return Refusal(_("Draw a zone"), str(user), str(ZONING.label), "")


def refusal_to_remove(zone: Zone, user: User) -> Refusal | None:
    """Return why this user may not remove the zone; None if they may, with a reason."""
    if zone.fulfilled_duties.exists():
        return Refusal(_("Remove"), _("a duty that is done by this zone"), _("its removal first"), "")
    drew = log_registry.get_logs_for_instance(zone).filter(user=user, action=LOG_DRAW)
    if not drew.exists() and not holds(user, REVIEWING, zone.site):
        return Refusal(_("Remove"), str(user), _("whoever recorded it, or a reviewer"), "")
    return None


def rule_of(zone: Zone) -> ZoneRule | None:
    """Return the row of the table that says who draws such a zone."""
    return rule_for(zone.kind, zone.designation.level) if zone.designation else None


def warning_of(zone: Zone) -> str:
    """What is doubtful about who drew the zone, blank where nothing is."""
    rule = rule_of(zone)
    if rule is None or rule.is_met(zone.decree):
        return ""
    return _(
        "%(kind)s: the law asks for a paper of %(needed)s (%(article)s); this one is of %(found)s. "
        "Say in the note where the approval is."
    ) % {
        "kind": zone.get_kind_display(),
        "needed": _authorities(rule),
        "article": rule.article,
        "found": zone.decree.get_authority_display() or _("kind of issuing body not chosen"),
    }


def refusal_of_zone(zone: Zone) -> Refusal | None:
    return _refusal_of_designation(zone) or _refusal_of_paper(zone) or _refusal_of_days(zone)


def _refusal_of_designation(zone: Zone) -> Refusal | None:
    if zone.kind not in DRAWN_FOR_DESIGNATION:
        return None
    designation = zone.designation
    if designation is None or not is_asked(designation) or rule_of(zone) is None:
        found = _("no designation") if designation is None else _standing(zone)
        needed = _("a designation at county level or above that is in force")
        return Refusal(str(zone.get_kind_display()), found, needed, _article(zone))
    return None


def _refusal_of_paper(zone: Zone) -> Refusal | None:
    rule = rule_of(zone)
    if rule is not None and rule.is_plain and not rule.is_met(zone.decree):
        needed = _("a decree of the deciding authority (%(authorities)s)") % {
            "authorities": _authorities(rule)
        }
        found = state_and_paper(_standing(zone), zone.decree)
        return Refusal(str(zone.get_kind_display()), found, needed, str(rule.article))
    announced_on = zone.decree.announced_on
    if announced_on and zone.valid_from < announced_on:
        needed = _("a first day that is not before the paper (%(day)s)") % {"day": f"{announced_on:%Y-%m-%d}"}
        return Refusal(str(zone.get_kind_display()), f"{zone.valid_from:%Y-%m-%d}", needed, _article(zone))
    return None


def _refusal_of_days(zone: Zone) -> Refusal | None:
    """Two zones of a kind never hold on the same day; of two with one first day the second is refused."""
    others = of_its_kind(zone)
    if zone.valid_to is not None:
        in_the_way = others.filter(_until(zone.valid_from), valid_from__lte=zone.valid_to)
    else:
        in_the_way = others.filter(Q(valid_from__gte=zone.valid_from) | Q(valid_to__gte=zone.valid_from))
    other = in_the_way.order_by("valid_from").first()
    if other is None:
        return None
    needed = _("days on which no other zone of this kind is in force, or the removal of that one first")
    found = f"{other} — {other.valid_to:%Y-%m-%d}" if other.valid_to else str(other)
    return Refusal(str(zone.get_kind_display()), found, needed, _article(zone))


def _until(day: date) -> Q:
    return Q(valid_to=None) | Q(valid_to__gte=day)


def of_its_kind(zone: Zone) -> QuerySet[Zone]:
    """Return the other zones of the same kind around the same site."""
    return Zone.objects.filter(site=zone.site, kind=zone.kind).exclude(pk=zone.pk)


def _standing(zone: Zone) -> str:
    if zone.designation is None:
        return ""
    return f"{zone.designation.get_level_display()} {zone.designation.get_status_display()}".strip()


def _authorities(rule: ZoneRule) -> str:
    return _(" or ").join(str(authority.label) for authority in rule.authorities)


def _article(zone: Zone) -> str:
    rule = rule_of(zone)
    return str(rule.article) if rule else ""


def removable_zones(site: HeritageSite, user: User) -> set[int]:
    """Return the keys of the zones of a site that this user may remove; two queries, however many zones."""
    free = Zone.objects.filter(site=site, fulfilled_duties=None).values_list("pk", flat=True)
    if holds(user, REVIEWING, site):
        return set(free)
    drew = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Zone), user=user, action=LOG_DRAW
    )
    drawn = set(drew.values_list("object_id", flat=True))
    return {pk for pk in free if str(pk) in drawn}
