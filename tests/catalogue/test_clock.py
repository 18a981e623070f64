"""The worker's clock: what is due happens without a visitor."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue import clock
from heritage.models import HeritageSite
from search.models import OutboxEntry
from tests.factories import make_divisions, published_site
from tests.indexes import found

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(index) -> HeritageSite:
    return published_site(division=make_divisions()["220202"], name_zh="红旗灯泡厂旧址")


def test_what_a_killed_request_left_in_the_outbox_is_indexed(site):
    assert OutboxEntry.objects.exists()
    clock.do_duties()
    assert (found("灯泡厂"), OutboxEntry.objects.count()) == ({site.pk}, 0)


def test_a_record_whose_hour_has_come_is_withdrawn_and_no_longer_found(site):
    clock.do_duties()
    site.expire_at = timezone.now() - timedelta(minutes=1)
    site.save_revision().publish()
    HeritageSite.objects.filter(pk=site.pk).update(live=True, expired=False)
    clock.do_duties()
    site.refresh_from_db()
    assert (site.live, found("灯泡厂")) == (False, set())


def test_an_index_that_is_away_is_logged_and_what_waits_is_kept(site, settings, tmp_path, caplog):
    (tmp_path / "in the way").write_text("not a folder")
    settings.SEARCH_ENGINE = {
        "ENGINE": "search.engines.embedded.EmbeddedEngine",
        "OPTIONS": {"path": tmp_path / "in the way"},
    }
    caplog.set_level("WARNING", logger="catalogue.clock")
    waiting = OutboxEntry.objects.count()
    clock.do_duties()
    assert OutboxEntry.objects.count() == waiting
    assert "not everything was done this round" in caplog.text
