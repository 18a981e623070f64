"""The forms of zones: drawing one by its decree, removing one that was entered wrongly."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from heritage.forms.duties import RemovalForm
from heritage.forms.zones import ZoneForm
from heritage.models import HeritageSite, Zone
from heritage.models.zones import ZoneKind
from heritage.place_warnings import warning_about
from heritage.services.drawing_zones import remove_zone
from heritage.services.zone_refusals import (
    refusal_to_draw,
    refusal_to_remove,
    warning_of,
)
from heritage.viewsets.site_base import SiteFormView


class ZoneDrawView(SiteFormView):
    """Drawing a zone by its decree."""

    page_title = _("Draw a zone")
    page_of = "heritage_zones"
    template_name = "heritage/zones/form.html"
    submit_label = _("Save the zone")

    def get_form(self) -> ZoneForm:
        kind = self.request.GET.get("kind", ZoneKind.PROTECTION)
        return ZoneForm(self.given, site=self.site, for_user=self.officer, initial={"kind": kind})

    def carry_out(self, form: ZoneForm) -> None:
        drawn = form.carry_out(by=self.officer)
        self.tell(drawn.zone)

    def tell(self, zone: Zone) -> None:
        """Say what is doubtful about it; it is saved all the same."""
        place = warning_about(zone.shape, self.site.division) if zone.shape else ""
        for warning in filter(None, (warning_of(zone), place)):
            messages.warning(self.request, warning)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"refusal": refusal_to_draw(self.site, self.officer)}


class ZoneRemoveView(SiteFormView):
    """Removing a zone that was entered wrongly, with the reason."""

    page_of = "heritage_zones"
    submit_label = _("Remove")

    def read_site(self, pk: int) -> HeritageSite:
        self.zone = self.read(Zone, pk, "site__division", "site__collection", "decree", "designation__scheme")
        return self.zone.site

    def get_page_title(self) -> str:
        return _now("Remove: %(row)s") % {"row": self.zone}

    def get_success(self) -> str:
        return _now("Removed.")

    def get_form(self) -> RemovalForm:
        return RemovalForm(self.given, remove=self.remove)

    def remove(self, **given) -> None:
        remove_zone(zone=self.zone, **given)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"refusal": refusal_to_remove(self.zone, self.officer)}
