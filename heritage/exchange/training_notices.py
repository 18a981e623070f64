"""The notices of the training county: what falls due when it is loaded is told to its officers at once."""

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from heritage.exchange.training_ground import Item
from heritage.models import Notice
from heritage.models.notices import NoticeKind
from heritage.notices.falling_due import everybody, tell_what_is_due


def are_notices_there(item: Item) -> bool:
    return Notice.objects.filter(user__in=_officers(), kind=NoticeKind.DUE).exists()


def make_notices(item: Item) -> None:
    """Tell what the worker's clock would tell in the morning."""
    tell_what_is_due(today=timezone.localdate(), users=_officers())


def _officers() -> QuerySet[User]:
    of_training = User.objects.filter(groups__collection_permissions__collection__division__is_training=True)
    return everybody().filter(pk__in=of_training.order_by().values("pk"))
