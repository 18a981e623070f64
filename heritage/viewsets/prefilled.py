"""Forms that are opened from a site, with that site chosen already."""

from heritage.models import HeritageSite
from heritage.policies import keys_among, readable


class PrefilledMixin:
    """Reads `?site=`: the key of a site that the user may read; any other names nothing."""

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance() or self.model()
        keys = keys_among([self.request.GET.get("site", "")])
        instance.site = readable(HeritageSite.objects.filter(pk__in=keys), self.request.user).first()
        return instance
