"""Whose documents read differently when another record changes: the table of what depends on what."""

from collections.abc import Callable, Iterator, Sequence

from django.db.models import Q, QuerySet

from heritage.models import Component, HeritageSite

Changed = Sequence[int]

DEPENDENTS: dict[str, tuple[tuple[str, Callable[[Changed], QuerySet]], ...]] = {
    # A component is public only while its site is, and is found under the name of its site; it names the
    # site where it is now. A site names what it is a part of, its parts, and where its components are.
    "site": (
        ("component", lambda pks: Component.objects.filter(Q(site_id__in=pks) | Q(moved_to_id__in=pks))),
        (
            "site",
            lambda pks: HeritageSite.objects.filter(
                Q(parent_id__in=pks) | Q(parts__in=pks) | Q(components__moved_to__in=pks)
            ),
        ),
    ),
    # A site tells of its components, and which projects and enterprises it belongs to.
    "component": (("site", lambda pks: HeritageSite.objects.filter(components__in=pks)),),
    "project": (("site", lambda pks: HeritageSite.objects.filter(projects__in=pks)),),
    "enterprise": (("site", lambda pks: HeritageSite.objects.filter(enterprises__in=pks)),),
}


def with_dependents(kind: str, pks: Changed) -> Iterator[tuple[str, Changed]]:
    """Yield the changed records, then by kind those whose documents depend on them."""
    yield kind, pks
    for dependent, rows in DEPENDENTS.get(kind, ()):
        yield dependent, sorted(set(rows(pks).values_list("pk", flat=True)))
