"""Controlled words, schemes and bodies: what the files give, and what an administrator's work is worth."""

from collections import Counter

import pytest
from django.db.models import Count
from wagtail.log_actions import log

from heritage.exchange.reference import APPROVED_MODELS, load_reference
from heritage.exchange.rows import read_rows
from heritage.models import Organisation, Scheme, Term
from heritage.models.vocabularies import Vocabulary
from tests.factories import superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reference():
    load_reference()


def test_each_vocabulary_has_the_terms_of_its_file_in_their_order():
    for vocabulary in Vocabulary.values:
        assert [
            (term.code, term.edition, term.label_zh, term.label_en, term.parent.code if term.parent else "")
            for term in Term.objects.of(vocabulary).select_related("parent")
        ] == [
            (row["code"], row["edition"], row["label_zh"], row["label_en"], row["parent"])
            for row in read_rows(f"terms/{vocabulary}.csv")
        ]


def test_every_term_has_a_label_in_both_languages_and_says_whether_it_was_checked():
    rows = [row for name in Vocabulary.values for row in read_rows(f"terms/{name}.csv")]
    assert all(row["label_zh"] and row["label_en"] for row in rows)
    assert {row["is_verified"] for row in rows} == {"yes", "no"}


def test_the_only_getty_number_is_one_that_was_looked_up():
    assert list(Term.objects.exclude(aat_id="").values_list("label_zh", "aat_id")) == [
        ("博物馆", "300005768")
    ]


def test_types_stand_in_seven_groups():
    groups = Term.objects.of(Vocabulary.TYPE).filter(parent=None)
    assert dict(groups.annotate(size=Count("narrower")).values_list("label_zh", "size")) == {
        "采掘": 6,
        "冶金建材化工": 7,
        "动力水务": 5,
        "铁路": 6,
        "食品轻工": 4,
        "社区": 4,
        "可移动": 3,
    }


def test_industries_keep_the_editions_apart_and_say_which_codes_are_unchecked():
    ferroalloy = Term.objects.of(Vocabulary.INDUSTRY).filter(label_zh="铁合金冶炼").order_by("edition")
    assert list(ferroalloy.values_list("edition", "code")) == [("2011", "3150"), ("2017", "3140")]
    unchecked = Term.objects.of(Vocabulary.INDUSTRY).filter(is_verified=False)
    assert list(unchecked.values_list("code", flat=True)) == ["3412", "3482", "4412", "4413", "4610", "9542"]


def test_the_census_has_six_classes_with_codes_and_subclasses_without():
    classes = Term.objects.of(Vocabulary.CENSUS_CLASS)
    assert list(classes.filter(parent=None).values_list("code", flat=True)) == [
        "0100",
        "0200",
        "0300",
        "0400",
        "0500",
        "0600",
    ]
    assert not classes.exclude(parent=None).filter(code__regex=r"\d").exists()
    assert list(classes.filter(is_verified=False).values_list("label_zh", flat=True)) == [
        "重要历史事件和重要机构旧址",
        "名人墓",
        "军事建筑及设施",
    ]


def test_schemes_have_the_weight_they_have():
    assert dict(Scheme.objects.values_list("label_zh", "standing")) == {
        "文物保护单位": "relic",
        "不可移动文物登记": "relic",
        "历史建筑": "historic_building",
        "中国历史文化街区": "area",
        "国家工业遗产": "departmental",
        "中央企业工业文化遗产": "departmental",
        "中国工业遗产保护名录": "honorary",
        "工业遗产保护利用典型案例": "honorary",
        "“共和国印记”见证物": "honorary",
    }


def test_departments_of_2014_lead_to_what_they_are_called_now_unchecked():
    renamed = Organisation.objects.exclude(successor=None).order_by("name_zh")
    assert set(renamed.values_list("name_zh", "successor__name_zh", "is_verified")) == {
        ("省国土资源厅", "省自然资源厅", False),
        ("省文化厅", "省文化和旅游厅（省文物局）", False),
        ("省环保厅", "省生态环境厅", False),
        ("省粮食局", "省粮食和物资储备局", False),
    }


def test_what_an_administrator_has_edited_is_kept_and_the_rest_brought_up_to_the_files():
    edited = Term.objects.get(vocabulary=Vocabulary.TYPE, code="dam")
    edited.label_zh = "水坝"
    edited.save()
    log(edited, "wagtail.edit", user=superuser())
    Term.objects.filter(vocabulary=Vocabulary.TYPE, code="silo").update(label_zh="仓")
    Scheme.objects.filter(key="mii_heritage").update(standing="honorary")
    Organisation.objects.filter(name_zh="省文化厅").update(successor=None)
    assert load_reference() == Counter({"terms altered": 1, "schemes altered": 1, "organisations altered": 1})
    edited.refresh_from_db()
    assert edited.label_zh == "水坝"


def test_every_kind_of_approved_record_goes_through_the_same_workflow():
    workflows = {model().get_workflow() for model in APPROVED_MODELS}
    assert [workflow.name for workflow in workflows] == ["遗产点逐级审核"]
