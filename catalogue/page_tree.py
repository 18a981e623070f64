"""Wagtail's tree as editors find it: the home page, below it stories and projects.

Every part is made where it is missing, so that it does not matter who comes first: the command
`load_page_tree`, an editor, or a project that is recorded.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from catalogue.pages import HomePage, ProjectPage, ProjectsPage, StoriesPage
from heritage.models import HeritageProject

HOME_SLUG = "jilin"  # never part of an address
ROOT_TITLE = "公众网站"  # above the home page; Wagtail's migrations call it "Root"


@transaction.atomic
def make_page_tree() -> dict[str, int]:
    """Make what is missing and return how many pages were made, by kind. A second call makes nothing."""
    before = _counts()
    stories_page()
    make_project_pages(HeritageProject.objects.all())
    return {kind: count - before[kind] for kind, count in _counts().items() if count != before[kind]}


def home_page() -> HomePage:
    """Return the root of the site; Wagtail's own welcome page makes room for it."""
    if found := HomePage.objects.first():
        return found
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    Page.objects.filter(pk=root.pk, title="Root").update(title=ROOT_TITLE, draft_title=ROOT_TITLE)
    home = root.add_child(instance=HomePage(title="首页", title_en="Home", slug=HOME_SLUG))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home})
    for welcome in root.get_children().exclude(pk=home.pk).filter(depth=2, latest_revision=None):
        if welcome.specific_class is Page and welcome.is_leaf():
            welcome.delete()
    return home


def stories_page() -> StoriesPage:
    """Return the page under which stories and themes are made."""
    page = StoriesPage(title="故事", title_en="Stories", slug="stories")
    return StoriesPage.objects.first() or home_page().add_child(instance=page)


def projects_page() -> ProjectsPage:
    """Return the page under which the pages of projects stand."""
    page = ProjectsPage(title="遗产项目", title_en="Heritage projects", slug="projects")
    return ProjectsPage.objects.first() or home_page().add_child(instance=page)


def make_project_pages(projects: Iterable[HeritageProject]) -> None:
    """Give each project without a page one, and let the titles of those that have one follow the names."""
    projects = list(projects)
    pages = {page.project_id: page for page in ProjectPage.objects.filter(project__in=projects)}
    for project in projects:
        names = {"title": project.name_zh, "title_en": project.name_en}
        page = pages.get(project.pk)
        if page is None:
            new = ProjectPage(project=project, slug=_free_slug(project.slug), **names)
            projects_page().add_child(instance=new)
        elif (page.title, page.title_en) != (project.name_zh, project.name_en):
            ProjectPage.objects.filter(pk=page.pk).update(draft_title=project.name_zh, **names)


def follow_projects(*, kind: str, pks: tuple[int, ...], **_signal: object) -> None:
    """Keep pages in step with changed projects; the page of one that was deleted goes with it."""
    if kind != HeritageProject.record_kind:
        return
    projects = list(HeritageProject.objects.filter(pk__in=pks))
    make_project_pages(projects)
    deleted = set(pks) - {project.pk for project in projects}
    for page in ProjectPage.objects.filter(project_id__in=deleted):
        page.delete()


def _free_slug(wanted: str) -> str:
    """An address once given stays: a later project of the same name gets a number."""
    taken = set(ProjectPage.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _counts() -> dict[str, int]:
    kinds = {"home": HomePage, "stories": StoriesPage, "projects": ProjectsPage, "project pages": ProjectPage}
    return {kind: model.objects.count() for kind, model in kinds.items()}
