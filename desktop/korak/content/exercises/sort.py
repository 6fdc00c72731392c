# SPDX-License-Identifier: GPL-3.0-or-later
"""Sort: words or short sentences, each into the group it belongs to."""

from collections.abc import Container

from korak.content.exercise import Answer, ExercisePart, shared, shuffled
from korak.content.part import Line, Part, PictureName
from korak.content.verdict import Verdict


class Group(Part, frozen=True, kw_only=True):
    """A group, and what belongs to it."""

    name: Line
    picture: PictureName = ""
    items: tuple[Line, ...]


class Sort(ExercisePart, frozen=True, kw_only=True, tag="sort", tag_field="kind"):
    """Things to sort into two to four groups; the answer pairs each thing with a group's name."""

    groups: tuple[Group, ...]

    def items(self, seed: str = "") -> tuple[str, ...]:
        """Everything to sort, in an order that depends on the seed alone."""
        return shuffled((item for group in self.groups for item in group.items), f"{seed}/{self.id}")

    def judge(self, answer: Answer, words: Container[str] = ()) -> Verdict:
        """How many things lie where they belong; the score is their share."""
        del words
        given = {one[0]: one[1] for one in answer if len(one) == 2}
        parts = [given.get(item) == group for item, group in self.model()]
        return shared(parts, "; ".join(f"{group.name}: {', '.join(group.items)}" for group in self.groups))

    def model(self) -> tuple[tuple[str, str], ...]:
        """Every thing with its group, in the author's order."""
        return tuple((item, group.name) for group in self.groups for item in group.items)

    def spoken(self) -> tuple[str, ...]:
        """The question, the groups and everything to sort."""
        texts = (text for group in self.groups for text in (group.name, *group.items))
        return (self.ask, *texts)
