"""Deleting what other rows rest on, on screens of Wagtail's own that do not expect a refusal."""

import pytest
from django.urls import reverse

from tests.factories import attachment, make_divisions
from tests.inventory import decree

pytestmark = pytest.mark.django_db


def test_a_document_on_which_a_paper_rests_is_not_deleted_and_its_administrator_is_told(admin_client):
    county = make_divisions()["220202"]
    file = attachment("吉政发", county.collection)
    paper = decree(county.collection, file=file)
    address = reverse("wagtaildocs:delete", args=[file.pk])
    answer = admin_client.post(address, headers={"Referer": f"http://testserver{address}"}, follow=True)
    assert [chain[0] for chain in answer.redirect_chain] == [f"http://testserver{address}"]
    assert "未删除：有 1 条记录以它为依据（公布文件）。" in answer.content.decode()
    paper.refresh_from_db()
    assert paper.file == file
