"""Two officers at work on one site in an order that chance deals: what each has on her screen, and does.

After every act the outcome is held against one rule: whoever saves over words that she has not seen was
told so before. What she saw is what stood in her form when she opened it.
"""

import random
from dataclasses import dataclass, field
from typing import Any

from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Revision

from accounts.models import User
from heritage.lifecycles.refusals import UnlawfulMoveError
from heritage.models import HeritageSite, SiteMerge
from heritage.models.sites import Recognition
from heritage.services.merging import merge_sites
from heritage.services.undoing_merges import undo_merge
from tests.officers import ADDRESS, browser, decide, form_of, fresh, open_step

FIELDS = ("description_zh", "values_note", "condition_note", "current_use")
JSON = {"HTTP_ACCEPT": "application/json"}
RECOGNITION = (Recognition.NOT_RECORDED, Recognition.INVESTIGATING, Recognition.RECOGNISED)


@dataclass
class Tab:
    """A form that stands open: what it showed, what it will send, and the revision that it has autosaved."""

    shown: dict[str, str]
    data: dict[str, Any]
    address: str
    autosaved: int | None = None


@dataclass
class Desk:
    """One officer with the forms that she has open, and what she was told."""

    user: User
    tabs: list[Tab] = field(default_factory=list)
    notices: int = 0

    def __post_init__(self) -> None:
        self.browser = browser(self.user)


class LostUpdateError(AssertionError):
    """Words were saved over that nobody had seen, and nobody was told."""


class TwoDesks:
    """The world of one interleaving; `acts` is its record, printed when the rule is broken."""

    def __init__(
        self,
        pair: tuple[HeritageSite, HeritageSite],
        officers: tuple[User, User],
        reviewers: list[User],
        seed: int,
    ) -> None:
        self.site, self.twin = pair
        self.desks = [Desk(user) for user in officers]
        self.reviewers = reviewers
        self.chance = random.Random(seed)
        self.acts: list[str] = []
        self.words = 0
        self.writers: dict[str, User] = {}
        self.recognition = self.site.recognition
        self.merge: SiteMerge | None = None

    def play(self, count: int) -> None:
        acts = (self.open, self.open_older, self.edit, self.edit, self.autosave, self.autosave, self.submit)
        acts += (self.review, self.transition, self.merge_or_undo)
        for _number in range(count):
            act = self.chance.choice(acts)
            desk = self.chance.choice(self.desks)
            before = self.draft()
            self.acts.append(f"{act.__name__} by {desk.user}")
            act(desk)
            self.recognition_is_that_of_the_last_step()
            self.nothing_but_a_form_changes_the_draft(act, before)

    def draft(self) -> dict[str, str]:
        newest = fresh(self.site).get_latest_revision_as_object()
        return {name: getattr(newest, name) for name in FIELDS}

    def open(self, desk: Desk) -> None:
        """Open the newest draft; a second tab may stay open beside it."""
        newest = fresh(self.site).latest_revision
        desk.tabs = [*desk.tabs[-1:], self._tab(desk, newest.as_object(), newest, "edit", self.site.pk)]

    def open_older(self, desk: Desk) -> None:
        """Open an older version so as to go back to it: its screen says that it is an older one."""
        versions = list(fresh(self.site).revisions.order_by("pk"))
        older, newest = self.chance.choice(versions), versions[-1]
        tab = self._tab(desk, older.as_object(), newest, "revisions_revert", self.site.pk, older.pk)
        tab.shown = self.draft()  # going back is meant to undo what stands there now
        desk.tabs = [*desk.tabs[-1:], tab]

    def edit(self, desk: Desk) -> None:
        self._save(desk, {})

    def submit(self, desk: Desk) -> None:
        self._save(desk, {"action-submit": "1"})

    def autosave(self, desk: Desk) -> None:
        """What the form does by itself while she types; it asks for JSON."""
        if not desk.tabs:
            self.open(desk)
        tab = self.chance.choice(desk.tabs)
        if not tab.address.startswith(reverse(f"{ADDRESS}:edit", args=[self.site.pk])):
            return  # the form of an older version saves nothing by itself
        self._type(tab, desk)
        before = self.draft()
        sent = tab.data | ({"overwrite_revision_id": tab.autosaved} if tab.autosaved else {})
        answer = desk.browser.post(tab.address, sent, **JSON)
        if not answer.json()["success"]:
            assert answer.json()["error_message"] != ""
            desk.notices += 1
            return
        self._require_seen(tab, before, desk)
        newest = fresh(self.site).latest_revision
        tab.autosaved, tab.shown = newest.pk, self.draft()
        tab.data |= _keys(newest)

    def review(self, desk: Desk) -> None:
        """The next level approves, or returns with a comment."""
        step = open_step(self.site)
        if step is None:
            return
        level = step.task.specific.level
        reviewer = next(user for user in self.reviewers if level in user.username)
        decide(reviewer, self.site, self.chance.choice(["approve", "approve", "reject"]), step)

    def transition(self, desk: Desk) -> None:
        """A step of recognition: it belongs to the row, so no form and no older version undoes it."""
        self.recognition = self.chance.choice(
            [state.value for state in RECOGNITION if state != self.recognition]
        )
        HeritageSite.objects.filter(pk=self.site.pk).update(recognition=self.recognition)

    def merge_or_undo(self, desk: Desk) -> None:
        """Merge the site with its twin, either way round, or undo that; refused while in approval."""
        county, city = (user for user in self.reviewers if user.username in ("county", "city"))
        kept, merged = self.chance.sample([self.site, self.twin], 2)
        try:
            if self.merge is None:
                self.merge = merge_sites(
                    kept=kept, merged=merged, reason="同一处", picks={}, by=county, second=city
                )
            else:
                undo_merge(merge=self.merge, by=city)
                self.merge = None
        except UnlawfulMoveError:
            self.acts.append("refused")

    def recognition_is_that_of_the_last_step(self) -> None:
        site = fresh(self.site)
        found = (site.recognition, site.get_latest_revision_as_object().recognition)
        assert found == (self.recognition, self.recognition), self.story(f"recognition: {found}")

    def nothing_but_a_form_changes_the_draft(self, act: Any, before: dict[str, str]) -> None:
        """Approving, returning, moving along a table and merging leave the words of the draft alone."""
        if act not in (self.edit, self.autosave, self.submit) and self.draft() != before:
            raise LostUpdateError(self.story(f"the draft changed: {before} → {self.draft()}"))

    def story(self, end: str) -> str:
        return "\n".join([*self.acts, end])

    def _tab(self, desk: Desk, shown: HeritageSite, newest: Revision, name: str, *args: int) -> Tab:
        values = {field_name: getattr(shown, field_name) for field_name in FIELDS}
        data = form_of(self.site) | values | _keys(newest)
        return Tab(values, data, reverse(f"{ADDRESS}:{name}", args=args))

    def _type(self, tab: Tab, desk: Desk) -> None:
        self.words += 1
        tab.data[self.chance.choice(FIELDS)] = f"{desk.user.username} {self.words}"

    def _save(self, desk: Desk, action: dict[str, str]) -> None:
        if not desk.tabs:
            self.open(desk)
        tab = desk.tabs.pop(self.chance.randrange(len(desk.tabs)))
        self._type(tab, desk)
        before = self.draft()
        sent = tab.data | action | ({"overwrite_revision_id": tab.autosaved} if tab.autosaved else {})
        answer = desk.browser.post(tab.address, sent)
        if answer.status_code == 200:
            told = [str(message) for message in get_messages(answer.wsgi_request)]
            told += [str(error) for error in answer.context["form"].errors.values()]
            assert told != [], self.story("refused without a word")
            assert self.draft() == before, self.story("refused, and yet something was saved")
            desk.notices += 1
            return
        assert answer.status_code == 302, self.story(f"status {answer.status_code}")
        self._require_seen(tab, before, desk)

    def _require_seen(self, tab: Tab, before: dict[str, str], desk: Desk) -> None:
        """Whatever stood in the draft and is gone now stood in her form when she opened it."""
        after = self.draft()
        lost = [name for name in FIELDS if before[name] not in (after[name], tab.shown[name])]
        if lost and not self._only_her_own(desk, lost):
            raise LostUpdateError(self.story(f"{desk.user} saved over {[before[name] for name in lost]}"))
        self.writers |= {name: desk.user for name in FIELDS if before[name] != after[name]}

    def _only_her_own(self, desk: Desk, lost: list[str]) -> bool:
        """What she wrote last herself, in another tab, she may save over untold."""
        return all(self.writers.get(name) == desk.user for name in lost)


def _keys(newest: Revision) -> dict[str, Any]:
    return {
        "loaded_revision_id": newest.pk,
        "loaded_revision_created_at": newest.created_at.isoformat(),
    }
