"""What typed coordinates and shapes mean, told while the officer is still typing. Stores nothing."""

from django.http import HttpRequest, JsonResponse, QueryDict
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from heritage.geometry import CoordinateError, parse_typed_coordinates, parse_typed_shape, point_geometry
from heritage.models import Division
from heritage.models.named import in_current_language
from heritage.place_warnings import warning_about
from heritage.policies import keys_among

DECIMALS = 6  # of a degree: about 0.1 m


@require_safe
def convert_coordinates(request: HttpRequest) -> JsonResponse:
    """Answer the WGS 84 point of `?text=&system=&division=` in degrees, or why there is none.

    A point in an unlikely place is answered with a warning: it may be meant.
    """
    try:
        point = parse_typed_coordinates(request.GET.get("text", ""), request.GET.get("system", ""))
    except CoordinateError as error:
        return _refusal(error)
    warning = warning_about(point_geometry(point.longitude, point.latitude), _division(request.GET))
    return JsonResponse(
        {
            "longitude": round(point.longitude, DECIMALS),
            "latitude": round(point.latitude, DECIMALS),
            "warning": warning,
        }
    )


@require_POST
def convert_shape(request: HttpRequest) -> JsonResponse:
    """Answer the line or area of `text`, `system`, `division` as GeoJSON in WGS 84, or why there is none.

    Posted because of its length; it writes nothing.
    """
    try:
        geometry = parse_typed_shape(request.POST.get("text", ""), request.POST.get("system", ""))
    except CoordinateError as error:
        return _refusal(error)
    warning = warning_about(geometry, _division(request.POST))
    return JsonResponse({"geometry": geometry, "warning": warning})


def _refusal(error: CoordinateError) -> JsonResponse:
    return JsonResponse({"error": in_current_language(error.message_zh, error.message_en)})


def _division(values: QueryDict) -> Division | None:
    """The division that the form names, if it names one that is there."""
    return Division.objects.filter(pk__in=keys_among([values.get("division", "")])).first()


def coordinate_urls() -> list[URLPattern]:
    """The addresses below /admin/; Wagtail lets only signed-in officers in."""
    return [
        path("heritage/convert-coordinates/", convert_coordinates, name="heritage_convert_coordinates"),
        path("heritage/convert-shape/", convert_shape, name="heritage_convert_shape"),
    ]
