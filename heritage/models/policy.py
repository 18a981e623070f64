"""The fifteen tasks of Document 29's annex, and who is charged with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from heritage.models.organisations import Organisation
from heritage.models.projects import HeritageProject


class PolicyTask(models.Model):
    """One task with its departments, under the names they had in 2014."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    title_zh = models.TextField(_("task (Chinese)"))
    departments = models.ManyToManyField(
        Organisation,
        verbose_name=_("departments"),
        through="PolicyTaskDepartment",
        related_name="policy_tasks",
    )
    is_heritage_relevant = models.BooleanField(_("concerns heritage"), default=False)
    projects = models.ManyToManyField(
        HeritageProject, verbose_name=_("heritage projects"), blank=True, related_name="policy_tasks"
    )
    sources = models.ManyToManyField("heritage.Source", verbose_name=_("sources"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("policy task")
        verbose_name_plural = _("policy tasks")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.title_zh}"

    @property
    def department_names(self) -> str:
        """The departments in the order of the annex, the first leading: the names of then and now."""
        return "、".join(row.organisation.name_then_and_now for row in self.department_rows.all())


class PolicyTaskDepartment(models.Model):
    """A department of a task, in the order of the annex: the first leads."""

    task = models.ForeignKey(PolicyTask, on_delete=models.CASCADE, related_name="department_rows")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["task", "organisation"], name="heritage_task_department_once")
        ]

    def __str__(self) -> str:
        return str(self.organisation)
