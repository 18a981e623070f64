"""What typed coordinates mean, told while the officer is still typing. Stores nothing, reads no record."""

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from heritage.geometry import CoordinateError, is_inside_province_box, parse_typed_coordinates
from heritage.models.named import in_current_language

DECIMALS = 6  # of a degree: about 0.1 m


@require_safe
def convert_coordinates(request: HttpRequest) -> JsonResponse:
    """Answer the WGS 84 point of `?text=&system=` in degrees, or why there is none.

    A point outside the province's box is answered with a warning: it may be meant.
    """
    try:
        point = parse_typed_coordinates(request.GET.get("text", ""), request.GET.get("system", ""))
    except CoordinateError as error:
        return JsonResponse({"error": in_current_language(error.message_zh, error.message_en)})
    warning = ""
    if not is_inside_province_box(point.longitude, point.latitude):
        warning = _(
            "This point lies outside 121–132° E, 40–47° N. Check the values and the system; it can be saved."
        )
    return JsonResponse(
        {
            "longitude": round(point.longitude, DECIMALS),
            "latitude": round(point.latitude, DECIMALS),
            "warning": warning,
        }
    )


def coordinate_urls() -> list[URLPattern]:
    """The address below /admin/; Wagtail lets only signed-in officers in."""
    return [path("heritage/convert-coordinates/", convert_coordinates, name="heritage_convert_coordinates")]
