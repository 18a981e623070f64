"""Django looks for models here; each stands in a module of its own."""

from catalogue.pages import HomePage, ProjectPage, ProjectsPage, StoriesPage, StoryPage, ThemePage

__all__ = ["HomePage", "ProjectPage", "ProjectsPage", "StoriesPage", "StoryPage", "ThemePage"]
