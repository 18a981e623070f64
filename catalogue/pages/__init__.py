"""Editorial pages. Records are no pages (decision 1); a page places them.

Each page stands once, in Chinese and English at once, and is served at a fixed address by a view of ours
(decision 7); Wagtail's tree is where editors find it.
"""

from catalogue.pages.editorial import EditorialPage
from catalogue.pages.home import HomePage
from catalogue.pages.projects import ProjectPage, ProjectsPage
from catalogue.pages.stories import StoriesPage, StoryPage, ThemePage

__all__ = [
    "EditorialPage",
    "HomePage",
    "ProjectPage",
    "ProjectsPage",
    "StoriesPage",
    "StoryPage",
    "ThemePage",
]
