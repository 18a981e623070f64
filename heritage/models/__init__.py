from heritage.models.approval import LevelApprovalTask
from heritage.models.areas import AreaCitation, AreaPlan, IndustrialArea, ReceivingZone
from heritage.models.audit import AuditEntry, AuditHead
from heritage.models.components import Component, ComponentCitation
from heritage.models.contamination import Parcel, RetainedBuilding
from heritage.models.decrees import Decree
from heritage.models.designation_moves import DesignationMove
from heritage.models.designation_papers import DesignationPaper
from heritage.models.designations import Designation, DesignationCitation, Scheme
from heritage.models.divisions import Division
from heritage.models.enterprises import Enterprise, EnterpriseCitation, EnterpriseName, RelocationCase
from heritage.models.events import SiteEvent, SiteIdentifier
from heritage.models.filed_plans import FiledPlan
from heritage.models.finds import Find
from heritage.models.fulfilled_duties import FulfilledDuty
from heritage.models.gate_overrides import GateOverride
from heritage.models.interventions import Intervention, InterventionMove
from heritage.models.land_quotas import LandQuota
from heritage.models.merges import SiteMerge
from heritage.models.nominations import AnnualReport, Nomination, NominationMove
from heritage.models.notices import CalendarFeed, Notice, NoticeChoice
from heritage.models.numbers import RecordNumber
from heritage.models.organisations import Organisation
from heritage.models.outlines import DivisionOutline
from heritage.models.planned_steps import PlannedStep
from heritage.models.policy import PolicyTask, PolicyTaskDepartment
from heritage.models.policy_progress import PolicyProgress
from heritage.models.projects import (
    HeritageProject,
    ProjectCitation,
    RedevelopmentProject,
    RemediationProject,
)
from heritage.models.protection import ProtectionMeasure
from heritage.models.quality_flags import QualityFlag
from heritage.models.recognition_moves import RecognitionMove
from heritage.models.relocation_moves import BuildingMove, CaseMove, ParcelMove
from heritage.models.reuse import Reuse
from heritage.models.sites import HeritageSite, SiteCitation, SiteName, SitePhotograph
from heritage.models.sources import Source
from heritage.models.surveys import NotEntered, Survey, SurveyPhotograph
from heritage.models.vocabularies import Term
from heritage.models.zones import Zone

__all__ = [
    "AnnualReport",
    "AreaCitation",
    "AreaPlan",
    "AuditEntry",
    "AuditHead",
    "BuildingMove",
    "CalendarFeed",
    "CaseMove",
    "Component",
    "ComponentCitation",
    "Decree",
    "Designation",
    "DesignationCitation",
    "DesignationMove",
    "DesignationPaper",
    "Division",
    "DivisionOutline",
    "Enterprise",
    "EnterpriseCitation",
    "EnterpriseName",
    "FiledPlan",
    "Find",
    "FulfilledDuty",
    "GateOverride",
    "HeritageProject",
    "HeritageSite",
    "IndustrialArea",
    "Intervention",
    "InterventionMove",
    "LandQuota",
    "LevelApprovalTask",
    "Nomination",
    "NominationMove",
    "NotEntered",
    "Notice",
    "NoticeChoice",
    "Organisation",
    "Parcel",
    "ParcelMove",
    "PlannedStep",
    "PolicyProgress",
    "PolicyTask",
    "PolicyTaskDepartment",
    "ProjectCitation",
    "ProtectionMeasure",
    "QualityFlag",
    "ReceivingZone",
    "RecognitionMove",
    "RecordNumber",
    "RedevelopmentProject",
    "RelocationCase",
    "RemediationProject",
    "RetainedBuilding",
    "Reuse",
    "Scheme",
    "SiteCitation",
    "SiteEvent",
    "SiteIdentifier",
    "SiteMerge",
    "SiteName",
    "SitePhotograph",
    "Source",
    "Survey",
    "SurveyPhotograph",
    "Term",
    "Zone",
]
