"""Which models go along tables, and how: one row each. Services and screens read it; nothing else decides."""

from typing import Any

from heritage.courses.cases import BUILDINGS, CASES, PARCELS
from heritage.courses.course import Course
from heritage.courses.interventions import INTERVENTIONS
from heritage.courses.nominations import NOMINATIONS
from heritage.courses.recognition import RECOGNITIONS
from heritage.models import HeritageSite, Intervention, Nomination, Parcel, RelocationCase, RetainedBuilding

__all__ = ["COURSES", "Course", "course_of"]

COURSES: dict[type, Course] = {
    HeritageSite: RECOGNITIONS,
    RelocationCase: CASES,
    Parcel: PARCELS,
    RetainedBuilding: BUILDINGS,
    Intervention: INTERVENTIONS,
    Nomination: NOMINATIONS,
}


def course_of(subject: Any) -> Course:
    """Return the course of a row; KeyError names the model that goes along no table."""
    return COURSES[type(subject)]
