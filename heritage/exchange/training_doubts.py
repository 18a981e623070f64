"""Sites of the training county about which something is doubtful, for every kind of quality flag."""

from heritage.exchange.training_ground import Item, decree
from heritage.exchange.training_sites import make_site, sample_key
from heritage.models import Designation, HeritageSite, Scheme
from heritage.models.decrees import Origin
from heritage.models.designations import DesignationStatus
from heritage.services.checking_quality import refresh_flags


def make_doubt(item: Item) -> None:
    """Make a site with the designations that others report of it, then look at the whole county again."""
    make_site(item)
    site = HeritageSite.objects.get(sample_key=sample_key(item["key"]))
    for row in item.get("reported", ()):
        Designation.objects.create(
            site=site,
            scheme=Scheme.objects.get(key=row["scheme"]),
            decree=decree(row["decree"]) if "decree" in row else None,
            name_as_listed=site.name_zh,
            level=row["level"],
            status=DesignationStatus.TO_VERIFY,
            origin=Origin.REPORTED,
        )
    training = HeritageSite.objects.filter(division__is_training=True)
    refresh_flags(list(training.values_list("pk", flat=True)))
