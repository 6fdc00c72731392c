# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the button: a page of a portal as on the screen, and what one wants to do there."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, chosen, whole
from korak.content.part import PageName, TargetName
from korak.content.verdict import Verdict


class FindButton(ExercisePart, frozen=True, kw_only=True, tag="find_button", tag_field="kind"):
    """A page of this pack's own portals and the place on it to press; `also` are other right places."""

    page: PageName
    right: TargetName
    also: tuple[TargetName, ...] = ()

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """Whether a right place was pressed; the answer is its target: portal/page/block."""
        del words
        if isinstance(answer, str) and answer in self.also:
            return whole(True, self.right)
        return chosen(answer, self.right)

    def model(self) -> str:
        """The place to press."""
        return self.right

    def simple(self, answer: Answer) -> str:
        """The name of the place, without its portal and page."""
        return super().simple(answer).rpartition("/")[2]
