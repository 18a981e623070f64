"""Chinese names set so that they wrap only where they must."""

import pytest

from catalogue.templatetags.names import set_name


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("四洮铁路局旧址", '<span class="name">四洮铁路局旧址</span>'),
        (
            "吉林炭素厂旧址（201厂）",
            '<span class="name">吉林炭素厂旧址</span><span class="name">（201厂）</span>',
        ),
        (
            [("中东", False), ("铁路", True), ("建筑群（公主岭", False)],
            '<span class="name">中东<mark>铁路</mark>建筑群</span><span class="name">（公主岭</span>',
        ),
        (
            [("旧址", False), ("（松江", True)],
            '<span class="name">旧址</span><span class="name"><mark>（松江</mark></span>',
        ),
        ("<b>&", '<span class="name">&lt;b&gt;&amp;</span>'),
        ("", ""),
    ],
)
def test_an_alias_in_brackets_is_a_span_of_its_own_and_marks_are_kept(name, html):
    assert set_name(name) == html
