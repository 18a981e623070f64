"""The training county: something on every screen of its officers, and nothing of it outside."""

import json
from collections.abc import Iterator
from io import BytesIO, StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from PIL import Image

from accounts.models import User
from heritage.disclosure import (
    may_be_told,
    may_see_photograph,
    public_areas,
    public_components,
    public_enterprises,
    public_projects,
    public_sites,
)
from heritage.exchange.reference import load_reference
from heritage.exchange.sample_store import State
from heritage.exchange.training import Done, load_training, training_steps
from heritage.exchange.training_pictures import SCENES, draw
from heritage.models import AuditEntry, Designation, Division, HeritageSite, Notice, QualityFlag
from heritage.models.quality_flags import FlagKind
from heritage.models.records import Record
from heritage.policies import readable
from heritage.record_kinds import RECORD_MODELS
from heritage.services.appointing import scoped_models
from heritage.services.transferring import TransferError, transfer_site
from heritage.viewsets.listing import status_of, with_approval
from media.models import Photograph
from tests.factories import officer
from tests.officers import ADDRESS, browser

pytestmark = pytest.mark.django_db

NAMED = ("name_zh", "name", "title", "full_name", "surveyors", "name_as_listed", "what", "filed_with")


@pytest.fixture(scope="module")
def trained(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[list[Done]]:
    """The training county, made once for the tests of this module, each of which takes back its own."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr("django.conf.settings.MEDIA_ROOT", str(tmp_path_factory.mktemp("media")))
        load_reference()
        yield list(load_training(training_steps()))
        transaction.set_rollback(True)


def rows_of_ours() -> dict[str, int]:
    """How many rows every table of ours has."""
    labels = ("accounts", "heritage", "media")
    return {
        model._meta.label: model._default_manager.count()
        for label in labels
        for model in apps.get_app_config(label).get_models()
    }


def test_everything_is_made_and_a_second_run_changes_nothing(trained):
    """Of the logs too: a run that makes nothing seals nothing, tells nobody anything and draws no number."""
    before, sealed = rows_of_ours(), seals()
    again = list(load_training(training_steps()))
    assert [(done.key, done.reason) for done in trained if done.state is not State.CREATED] == []
    assert {done.state for done in again} == {State.UNCHANGED}
    assert (rows_of_ours(), seals()) == (before, sealed)


def test_an_interrupted_run_goes_on_where_it_stopped(trained):
    """What only grows is compared row by row: all that stood stands, and what came is of the new record.

    The number of the deleted record is not given again. The worker looks for flags of the new one later.
    """
    brewery = HeritageSite.objects.get(sample_key="training-brewery")
    whole, sealed, told = rows_of_ours(), seals(), set(Notice.objects.values_list("pk", flat=True))
    lost = QualityFlag.objects.filter(Q(site=brewery) | Q(other=brewery)).count()
    brewery.delete()
    again = [done for done in load_training(training_steps()) if done.state is State.CREATED]
    assert [done.key for done in again] == ["sites/brewery"]
    assert seals()[: len(sealed)] == sealed
    new = Notice.objects.exclude(pk__in=told)
    anew = HeritageSite.objects.get(sample_key="training-brewery")
    assert set(new.values_list("kind", "label", "address")) == {
        ("waiting", str(anew), reverse(f"{ADDRESS}:edit", args=[anew.pk]))
    }
    grown = {
        "heritage.RecordNumber": whole["heritage.RecordNumber"] + 1,
        "heritage.AuditEntry": AuditEntry.objects.count(),
        "heritage.Notice": len(told) + new.count(),
        "heritage.QualityFlag": whole["heritage.QualityFlag"] - lost,
    }
    assert rows_of_ours() == whole | grown


def seals() -> list[tuple[int, str]]:
    """Every entry of the audit log, in order, by the seal that its content has."""
    return list(AuditEntry.objects.order_by("number").values_list("number", "digest"))


def test_what_an_officer_has_changed_is_left_to_her(trained):
    HeritageSite.objects.filter(sample_key="training-brewery").update(name_zh="练习改名")
    assert {done.state for done in load_training(training_steps())} == {State.UNCHANGED}
    assert HeritageSite.objects.get(sample_key="training-brewery").name_zh == "练习改名"


def test_every_name_says_that_it_is_for_practice(trained):
    names = {
        (model._meta.label, name)
        for model in scoped_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField) and field.name in NAMED
        for name in of_training(model).values_list(field.name, flat=True)
    }
    names |= {("pictures", name) for name in Photograph.objects.values_list("title", flat=True)}
    names |= {("officers", name) for name in User.objects.values_list("full_name", flat=True)}
    assert [(label, name) for label, name in sorted(names) if name and "练习" not in name] == []
    assert len(names) > 50


def of_training(model: type[models.Model]) -> models.QuerySet:
    return model._default_manager.filter(collection__division__is_training=True)


def test_records_stand_at_every_state_and_numbers_are_drawn_from_the_one_ledger(trained):
    sites = with_approval(HeritageSite.objects.filter(division__is_training=True)).order_by("pk")
    assert [(site.sample_key.removeprefix("training-"), status_of(site)) for site in sites] == [
        ("machine-works", "in_progress"),
        ("textile-mill", "live"),
        ("railway-station", "live"),
        ("paper-mill", "live"),
        ("brewery", "in_progress"),
        ("flour-mill", "in_progress"),
        ("power-station", "in_progress"),
        ("brick-kiln", "needs_changes"),
        ("river-dock", "draft"),
        ("tile-kiln", "draft"),
        ("mine-lead", "draft"),
        ("waterworks", "draft"),
        ("chemical-works", "live"),
        ("print-works", "live"),
        ("print-works-twice", "live"),
        ("quarry", "draft"),
    ]
    assert len({site.number for site in sites}) == len(sites)


def test_designations_stand_at_several_states_and_some_wait_for_confirmation(trained):
    rows = Designation.objects.order_by("pk")
    assert [(row.level, row.status, row.awaits_confirmation) for row in rows] == [
        ("county", "superseded", False),
        ("city", "component_lost", True),
        ("registered", "in_force", True),
        ("", "documented", False),
        ("county", "destroyed", False),
        ("unknown", "to_verify", True),
        ("", "candidate", True),
        ("registered", "in_force", False),
        ("county", "to_verify", True),
        ("", "to_verify", True),
        ("", "in_force", False),
        ("county", "in_force", False),
    ]


def test_there_is_a_quality_flag_of_every_kind_and_two_sites_that_resemble_each_other(trained):
    flags = QualityFlag.objects.filter(site__division__is_training=True)
    assert {flag.kind for flag in flags} == set(FlagKind.values)
    pairs = flags.filter(kind=FlagKind.RESEMBLES).values_list("site__sample_key", "other__sample_key")
    twice = ("training-print-works", "training-print-works-twice")
    assert set(pairs) == {twice, twice[::-1]}


@pytest.mark.parametrize("username", ["training-officer-1", "training-officer-2"])
def test_every_list_of_the_county_officers_has_something_on_it(trained, username):
    client = browser(User.objects.get(username=username))
    addresses = {
        model._meta.model_name: reverse(model.snippet_viewset.get_url_name("list"))
        for model in scoped_models()
        if getattr(model, "snippet_viewset", None)
    }
    addresses["designations"] = reverse("heritage_designations")
    addresses["approvals"] = reverse("heritage_approvals")
    rows = {name: len(client.get(address).context["object_list"]) for name, address in addresses.items()}
    assert [name for name, count in rows.items() if count == 0] == []


@pytest.mark.parametrize("model", RECORD_MODELS, ids=lambda model: model.__name__)
def test_no_live_record_of_the_training_county_may_be_told(trained, model: type[Record]):
    live = list(model.objects.filter(division__is_training=True, live=True))
    assert live
    assert [record for record in live if may_be_told(record)] == []


def test_the_public_is_told_of_nothing_and_sees_no_picture(trained):
    told = (public_sites, public_components, public_areas, public_enterprises, public_projects)
    pictures = Photograph.objects.all()
    assert [row for rows in told for row in rows()] == []
    assert (len(pictures), [row for row in pictures if may_see_photograph(row)]) == (3, [])


def test_a_number_of_the_training_county_was_never_public(trained, client):
    number = HeritageSite.objects.get(sample_key="training-textile-mill").number
    answers = [client.get(f"/sites/{number}{suffix}").status_code for suffix in ("/", ".json", ".jsonld")]
    assert answers == [404, 404, 404]


@pytest.mark.parametrize("role", ["provincial_reviewer", "administrator"])
def test_the_province_reads_nothing_of_it(trained, role):
    user = officer(role, Division.objects.get(code="220000"))
    read = {model._meta.label: readable(of_training(model), user).count() for model in scoped_models()}
    assert {label: count for label, count in read.items() if count} == {}


def test_no_record_is_moved_into_the_training_county_or_out_of_it(trained):
    site = HeritageSite.objects.get(sample_key="training-textile-mill")
    with pytest.raises(TransferError):
        transfer_site(site=site, to=Division.objects.get(code="220202"), by=None)
    real = HeritageSite.objects.create(division=Division.objects.get(code="220202"), name_zh="厂")
    with pytest.raises(TransferError):
        transfer_site(site=real, to=Division.objects.get(code="990101"), by=None)


def test_the_command_shows_each_login_once(trained):
    out = StringIO()
    User.objects.filter(username="training-province").delete()
    for _run in range(2):
        call_command("load_training", "--json", stdout=out, stderr=StringIO())
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    login = first["logins"][0]
    assert [each["username"] for each in first["logins"]] == ["training-province"]
    assert User.objects.get(username="training-province").check_password(login["password"])
    assert (first["created"], second["created"], second["logins"]) == (1, 0, [])


def test_every_picture_says_in_itself_that_it_is_for_practice():
    labels = set()
    for scene in SCENES:
        image = Image.open(BytesIO(draw(scene)))
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (1200, 800), {})
        labels.add(image.crop((400, 660, 820, 780)).quantize(2).tobytes())
    assert len(labels) == 1
    assert len(set(labels.pop())) == 2
