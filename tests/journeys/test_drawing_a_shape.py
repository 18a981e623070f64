"""A surveyor draws the extent of a works and of a railway on the map of her form."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.audit, pytest.mark.browser]

ADD = "/admin/snippets/heritage/heritagesite/add/"


@pytest.fixture
def form(sign_in: Callable[[str], Page]) -> Iterator[Page]:
    """A new record with a point, its map of lines and areas unfolded."""
    page = sign_in("changyi-surveyor")
    page.goto(ADD)
    page.locator("#id_name_zh").fill("昌邑绘图机器厂旧址")
    page.locator("#id_coordinate_system").select_option("wgs84")
    page.locator("#id_typed_coordinates").fill("126.56, 43.86")
    expect(page.locator("[data-controller=coordinates] .coordinates__meaning")).to_contain_text("126.56")
    page.locator("section:has([data-controller=shape])").last.locator("button[aria-expanded]").first.click()
    expect(drawing_map(page)).to_be_visible()
    yield page
    page.context.close()


def drawing_map(page: Page) -> Locator:
    return page.locator("[data-shape-target=map]")


def press(page: Page, name: str) -> None:
    page.locator(f"[data-shape-target={name}]").click()


def click_at(page: Page, *places: tuple[float, float]) -> None:
    """Click on places of the map, given in parts of its width and height."""
    box = drawing_map(page).bounding_box()
    assert box
    for right, down in places:
        drawing_map(page).click(position={"x": box["width"] * right, "y": box["height"] * down})


def shape_of(page: Page) -> dict:
    return json.loads(page.locator("#id_typed_shape").input_value())


def points_of(page: Page) -> Locator:
    return page.locator(".shape__vertex")


def test_an_area_is_drawn_mended_and_kept(form: Page):
    press(form, "area")
    click_at(form, (0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.4, 0.8))
    press(form, "finish")
    expect(points_of(form)).to_have_count(4)
    (ring,) = shape_of(form)["coordinates"]
    assert (shape_of(form)["type"], len(ring), ring[0]) == ("Polygon", 5, ring[-1])

    form.locator(".shape__middle").first.click()
    expect(points_of(form)).to_have_count(5)
    press(form, "remove")
    expect(points_of(form)).to_have_count(4)
    press(form, "undo")
    expect(points_of(form)).to_have_count(5)

    drawn = shape_of(form)
    form.locator("footer").get_by_role("button", name="更多动作").click()
    form.get_by_role("button", name="保存草稿").click()
    expect(form.locator(".messages")).to_be_visible()
    assert shape_of(form) == drawn


def test_a_border_that_crosses_itself_is_told_while_it_is_drawn(form: Page):
    press(form, "area")
    click_at(form, (0.3, 0.3), (0.7, 0.7), (0.7, 0.3), (0.3, 0.7))
    press(form, "finish")
    expect(form.locator("[data-shape-target=meaning]")).to_contain_text("边界自相交（126.5")


def test_a_line_is_drawn_with_the_keyboard_alone(form: Page):
    form.locator("[data-shape-target=line]").press("Enter")
    for key in ("Space", "Shift+ArrowRight", "Space", "ArrowDown", "Space", "Backspace", "Enter"):
        form.keyboard.press(key)
    expect(points_of(form)).to_have_count(2)
    (west, east) = shape_of(form)["coordinates"]
    assert (shape_of(form)["type"], west[0] < east[0], west[1] == east[1]) == ("LineString", True, True)
    press(form, "clear")
    expect(form.locator("#id_typed_shape")).to_have_value("")


def test_what_is_typed_is_drawn_and_what_is_not_understood_is_told(form: Page):
    form.locator("#id_shape_system").select_option("cgcs2000")
    form.locator("#id_typed_shape").fill("126.55, 43.85\n126.57, 43.85\n126.57, 43.87\n126.55, 43.85")
    expect(points_of(form)).to_have_count(3)
    form.locator("#id_typed_shape").fill("126.55, 43.85\n沿江")
    expect(form.locator("[data-shape-target=meaning]")).to_contain_text("第2行")
    expect(points_of(form)).to_have_count(0)
