"""Who decides on an application and why, told while it is being written and on its page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from heritage.lifecycles.identities import Identity, legal_identity
from heritage.lifecycles.inapplicable import refusal_of
from heritage.lifecycles.rulings import ruling_of
from heritage.models import Component, HeritageSite
from heritage.models.interventions import InterventionKind
from heritage.policies import keys_among
from heritage.viewsets.site_base import OfSiteView


def deciding(kind: str, identity: Identity) -> dict[str, Any]:
    """Return the row by which an application of this kind goes, or why there is none."""
    ruling = ruling_of(kind, identity)
    return {
        "kind": InterventionKind(kind),
        "identity": identity,
        "ruling": ruling,
        "heard": _(" or ").join(str(body.label) for body in ruling.heard) if ruling else "",
        "refusal": refusal_of(kind, identity),
    }


def deciding_now(site: HeritageSite, kind: str, component_key: str) -> dict[str, Any]:
    """The same for what a form names at this moment; a blank or foreign component is the whole site."""
    if kind not in InterventionKind.values:
        return {}
    keys = keys_among([component_key])
    component = Component.objects.filter(pk__in=keys, site=site).first()
    return {"deciding": deciding(kind, legal_identity(site, component))}


class DecidingView(OfSiteView):
    """The same as a fragment, asked for whenever kind or component changes. Stores nothing."""

    page_of = "heritage_interventions"
    template_name = "heritage/interventions/deciding.html"

    def get_context_data(self, **kwargs) -> dict:
        asked = self.request.GET
        return deciding_now(self.site, asked.get("kind", ""), asked.get("component", ""))


def deciding_url(site: HeritageSite) -> str:
    return reverse("heritage_intervention_deciding", args=[site.pk])
