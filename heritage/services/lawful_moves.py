"""What may be done with a site, component or designation, and why not: for the screens."""

from dataclasses import dataclass

from accounts.models import User
from heritage.lifecycles import status
from heritage.lifecycles.machine import Lifecycle, Transition
from heritage.lifecycles.papers import Papers
from heritage.lifecycles.refusals import Refusal, missing_needs
from heritage.lifecycles.rights import holds
from heritage.models import Component, Designation, HeritageSite
from heritage.services.confirming import CONFIRM, refusal_to_confirm
from heritage.services.moving import candidacy_of, identity_of, refusal_without_row
from heritage.services.taking_back import TAKE_BACK, refusal_to_take_back

# Consequences of another move: nobody makes them by themselves.
CONSEQUENCES = frozenset({"supersede", "become_relic"})


@dataclass(frozen=True)
class LawfulMove:
    """One move as a screen shows it: open, with what it still needs, or refused with the reason."""

    move: str
    label: str
    target: str
    target_label: str
    needs: tuple[str, ...]
    authorities: tuple[str, ...]
    article: str
    refusal: Refusal | None

    @property
    def is_open(self) -> bool:
        return self.refusal is None


def lawful_moves(subject: HeritageSite | Component | Designation, user: User) -> tuple[LawfulMove, ...]:
    """Return every move of the tables for this subject and user, in their order, open or refused.

    Of a site or component: each legal identity it could be given, and putting it forward as a historic
    building; whatever it stands beside is always open.
    Of a designation: what can become of it, and confirming or taking back what is not confirmed yet.
    """
    if isinstance(subject, Designation):
        return (*_fates(subject, user), _confirmation(subject, user), _taking_back(subject, user))
    component = subject if isinstance(subject, Component) else None
    site = subject.site if isinstance(subject, Component) else subject
    return _identities(site, component, user)


def _identities(site: HeritageSite, component: Component | None, user: User) -> tuple[LawfulMove, ...]:
    table = status.IDENTITY
    found = identity_of(site, component).state
    papers = Papers(site=site, by=user)
    targets = {row.target: row.move for row in reversed(table.transitions)}
    return (
        *(
            _move(
                table, table.find(origin=found, target=target), papers, found=found, move=move, target=target
            )
            for target, move in reversed(targets.items())
        ),
        *_candidacy(site, component, papers),
    )


def _candidacy(site: HeritageSite, component: Component | None, papers: Papers) -> tuple[LawfulMove, ...]:
    table, found = status.CANDIDACY, candidacy_of(site, component)
    targets = {row.target: row.move for row in table.transitions}
    return tuple(
        _move(table, table.find(origin=found, target=target), papers, found=found, move=move, target=target)
        for target, move in targets.items()
    )


def _fates(designation: Designation, user: User) -> tuple[LawfulMove, ...]:
    table = status.fates_of(designation.scheme.standing)
    papers = Papers(site=designation.site, by=user)
    found, level = designation.status, designation.level
    moves = dict.fromkeys(row.move for row in table.transitions if row.move not in CONSEQUENCES)
    return tuple(
        _move(table, table.find_move(move, origin=found, level=level), papers, found=found, move=move)
        for move in moves
    )


def _move(
    table: Lifecycle,
    row: Transition | None,
    papers: Papers,
    *,
    found: str,
    move: str,
    target: str | None = None,
) -> LawfulMove:
    """Show one row of a table, or the refusal where it has none."""
    if row is None:
        refusal = refusal_without_row(table, move, found=found, target=target)
        return LawfulMove(
            move=move,
            label=refusal.move,
            target=target or "",
            target_label=table.label_of(target) if target else "",
            needs=(),
            authorities=(),
            article=refusal.article,
            refusal=refusal,
        )
    return LawfulMove(
        move=row.move,
        label=str(status.MOVES[row.move]),
        target=row.target,
        target_label=table.label_of(row.target),
        needs=tuple(missing_needs(row, papers)),
        authorities=tuple(str(authority.label) for authority in row.authorities),
        article=str(row.article),
        refusal=_refusal_of_right(row, papers),
    )


def _refusal_of_right(row: Transition, papers: Papers) -> Refusal | None:
    if holds(papers.by, row.right, papers.site):
        return None
    return Refusal(str(status.MOVES[row.move]), str(papers.by), str(row.right.label), str(row.article))


def _confirmation(designation: Designation, user: User) -> LawfulMove:
    return _review(CONFIRM, designation, refusal_to_confirm(designation, user))


def _taking_back(designation: Designation, user: User) -> LawfulMove:
    return _review(TAKE_BACK, designation, refusal_to_take_back(designation, user))


def _review(move: str, designation: Designation, refusal: Refusal | None) -> LawfulMove:
    label, current = str(status.MOVES[move]), designation.get_status_display()
    return LawfulMove(move, label, designation.status, current, (), (), "", refusal)
