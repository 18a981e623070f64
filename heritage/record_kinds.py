"""The kinds of drafted and approved records, in the order of the menu."""

from heritage.models import Component, Enterprise, HeritageProject, HeritageSite, IndustrialArea

RECORD_MODELS = (HeritageSite, Component, Enterprise, IndustrialArea, HeritageProject)
