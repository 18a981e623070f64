from heritage.models.approval import LevelApprovalTask
from heritage.models.areas import AreaCitation, AreaPlan, IndustrialArea, ReceivingZone
from heritage.models.components import Component, ComponentCitation
from heritage.models.decrees import Decree
from heritage.models.designation_moves import DesignationMove
from heritage.models.designations import Designation, DesignationCitation, Scheme
from heritage.models.divisions import Division
from heritage.models.enterprises import Enterprise, EnterpriseCitation, EnterpriseName, RelocationCase
from heritage.models.events import SiteEvent, SiteIdentifier
from heritage.models.numbers import RecordNumber
from heritage.models.organisations import Organisation
from heritage.models.policy import PolicyTask, PolicyTaskDepartment
from heritage.models.projects import (
    HeritageProject,
    ProjectCitation,
    RedevelopmentProject,
    RemediationProject,
)
from heritage.models.reuse import Reuse
from heritage.models.sites import HeritageSite, SiteCitation, SiteName, SitePhotograph
from heritage.models.sources import Source
from heritage.models.surveys import NotEntered, Survey, SurveyPhotograph
from heritage.models.vocabularies import Term

__all__ = [
    "AreaCitation",
    "AreaPlan",
    "Component",
    "ComponentCitation",
    "Decree",
    "Designation",
    "DesignationCitation",
    "DesignationMove",
    "Division",
    "Enterprise",
    "EnterpriseCitation",
    "EnterpriseName",
    "HeritageProject",
    "HeritageSite",
    "IndustrialArea",
    "LevelApprovalTask",
    "NotEntered",
    "Organisation",
    "PolicyTask",
    "PolicyTaskDepartment",
    "ProjectCitation",
    "ReceivingZone",
    "RecordNumber",
    "RedevelopmentProject",
    "RelocationCase",
    "RemediationProject",
    "Reuse",
    "Scheme",
    "SiteCitation",
    "SiteEvent",
    "SiteIdentifier",
    "SiteName",
    "SitePhotograph",
    "Source",
    "Survey",
    "SurveyPhotograph",
    "Term",
]
