# SPDX-License-Identifier: GPL-3.0-or-later
"""The item bank of the assessment: areas, bands, items, two forms of them, and what is fixed about them.

The bank stands in the folder ``assessment`` of a pack and is read only for an assessment or a check. Its
tasks are tasks of the practice world with two surfaces, A and B (see task.py); everything else is written
here. The model behind it, with the rules for points, is section 1 of the design of the assessment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from korak.content.paper import PaperFile
from korak.content.part import LessonName, Line, Note, Part, PictureName, Screen, Sentence, TaskName

AreaName = Literal["D0", "D1", "D2", "D3", "D4", "D5", "V"]
FormName = Literal["A", "B"]
Status = Literal["draft", "pilot", "active", "retired"]
ScaleName = Literal["P", "S", "V"]
Way = Literal["picture", "sound", "form"]
ItemName = Annotated[str, Meta(extra={"ref": "item"}, description="The id of an item of this bank.")]

FORMS: tuple[FormName, ...] = ("A", "B")
IN_USE: frozenset[Status] = frozenset({"pilot", "active"})
"""An item may be given in these; a draft is still being written, a retired one stays for old answers."""


class Area(Part, frozen=True, kw_only=True):
    """One of the seven things that are measured; D0 to D5 make up the performance, V stands for itself."""

    id: AreaName
    label: Line
    pictogram: PictureName
    meaning: Note = ""


class Band(Part, frozen=True, kw_only=True):
    """A step of the scale in plain words, and what other frameworks call it (framework: level)."""

    value: int  # 0 to 4
    name: Line
    meaning: Line
    frameworks: Mapping[str, str] = msgspec.field(default_factory=dict[str, str])


class Reliability(Part, frozen=True, kw_only=True):
    """How exact a scale is: alpha (0 to 1) and the standard error in percent points, from so many."""

    alpha: float | None = None
    sem: float | None = None
    sittings: int = 0  # 0: the figures are expected from the model, not measured


class SelfAnswer(Part, frozen=True, kw_only=True):
    """One of the answers to a self-report statement: word and picture."""

    code: Literal["NT", "0", "1", "2", "SKIP"]
    text: Line
    picture: PictureName = ""


class Option(Part, frozen=True, kw_only=True):
    """An option: a text, a picture, or both; a picture is described for whoever cannot see it."""

    text: Screen = ""
    picture: PictureName = ""
    described: Line = ""


class Difficulty(Part, frozen=True, kw_only=True):
    """What calibration has found: the thresholds of the points in logits, their errors, the sittings used."""

    thresholds: tuple[float, ...]
    errors: tuple[float, ...] = ()
    sittings: int = 0


class ItemPart(Part, frozen=True, kw_only=True):
    """What every item has."""

    id: str
    template: str  # items of one template ask for the same; results are told by template
    version: int = 1  # a changed item is a new version, once anybody may have answered it
    form: Literal["A", "B", "both"] = "both"
    area: AreaName
    level: int = 1  # 1 to 4: what the panel expects
    anchor: bool = False  # the same in A and B but for names and numbers
    difficulty: Difficulty | None = None  # None: not calibrated
    status: Status = "pilot"

    most: ClassVar[int] = 1

    @property
    def key(self) -> str:
        """The item and its version: what an answer is stored under, and what the lock knows."""
        return f"{self.id}@{self.version}"

    @property
    def maximum(self) -> int:
        """The most points to be had."""
        return self.most

    def stands_in(self, form: FormName) -> bool:
        """Whether the item belongs to a form."""
        return self.form in {"both", form}


class Performed(ItemPart, frozen=True, kw_only=True):
    """Something to be done in the practice world: a task, played on one of its surfaces.

    ``seeds`` are the surfaces it may be played on: the numbers 1 to ``surfaces`` without those that have
    become known. The seed of a run is one of them: the check has played every surface anybody is given.
    """

    task: TaskName
    surface: FormName
    surfaces: int = 6
    leaked: tuple[int, ...] = ()
    can_do: Sentence = ""  # what solving it means, in the first person: for the learner's sheet
    pictogram: PictureName = ""  # beside that sentence
    lesson: LessonName = ""  # which lesson teaches it

    most: ClassVar[int] = 4

    @property
    def seeds(self) -> tuple[str, ...]:
        """The seeds of the surfaces in use."""
        return tuple(str(number) for number in range(1, self.surfaces + 1) if number not in self.leaked)


class TaskItem(Performed, frozen=True, kw_only=True, tag="task", tag_field="kind"):
    """A performance task: 0 to 4 points by the help that was needed for its key steps."""


class JudgementItem(Performed, frozen=True, kw_only=True, tag="judgement", tag_field="kind"):
    """Judgements, real or false: every key step of the task is one right judgement, handed in together."""


class Recognition(ItemPart, frozen=True, kw_only=True, tag="recognition", tag_field="kind"):
    """A question about what one sees: three options and »Ne vem«; 1 point or 0."""

    ask: Sentence
    shows: Literal["", "picture", "address", "message", "page"] = ""  # how ``lines`` are drawn
    lines: tuple[Screen, ...] = ()  # address: one line; message: the sender first; page: title first
    picture: PictureName = ""
    described: Line = ""  # what the picture shows, for whoever cannot see it
    slovenian: bool = False  # the options are words of portals and stay Slovenian
    right: Option
    wrong: tuple[Option, ...]


class SelfReport(ItemPart, frozen=True, kw_only=True, tag="self", tag_field="kind"):
    """A statement about oneself: not tried yet, 0, 1 or 2."""

    says: Sentence
    picture: PictureName = ""

    most: ClassVar[int] = 2


class Vocabulary(ItemPart, frozen=True, kw_only=True, tag="vocabulary", tag_field="kind"):
    """A Slovenian word of e-services: found to a picture, to its sound, or for the hole in a form.

    ``form``: a small form with a ``title`` and ``lines`` written »label: value«, one with the hole ``___``.
    ``sound``: the right word is said, its written form is to be found.
    """

    way: Way
    picture: PictureName = ""
    described: Line = ""
    title: Screen = ""
    lines: tuple[Screen, ...] = ()
    right: Screen
    wrong: tuple[Screen, ...]


Item = TaskItem | JudgementItem | Recognition | SelfReport | Vocabulary


class Plan(Part, frozen=True, kw_only=True):
    """The items of a form, in the order they are given."""

    tasks: tuple[ItemName, ...]
    recognition: tuple[ItemName, ...]
    statements: tuple[ItemName, ...]
    words: tuple[ItemName, ...]


class ExitAnswer(Part, frozen=True, kw_only=True):
    """An answer to the question about the course."""

    code: Literal["yes", "partly", "no"]
    text: Line
    picture: PictureName = ""


class ExitQuestion(Part, frozen=True, kw_only=True):
    """What is asked about the course at the end, never scored."""

    id: str
    ask: Sentence
    answers: tuple[ExitAnswer, ...] = msgspec.field(name="answer")


class ThenTest(Part, frozen=True, kw_only=True):
    """The statements that are asked again for the time before the course."""

    ask: Sentence
    statements: tuple[ItemName, ...]


class BankFile(Part, frozen=True, kw_only=True):
    """What assessment/bank.toml says."""

    version: str  # of the whole bank: year.month.number
    cuts: tuple[float, ...]  # per cent of P; a score equal to a cut belongs to the higher band
    provisional: bool = True  # until a panel has set the cuts
    scale: Line  # what every sheet says of the cuts
    calibrated: bool = False
    reliability: Mapping[str, Reliability] = msgspec.field(default_factory=dict[str, Reliability])
    warm_up: TaskName
    areas: tuple[Area, ...] = msgspec.field(name="area")
    bands: tuple[Band, ...] = msgspec.field(name="band")
    answers: tuple[SelfAnswer, ...] = msgspec.field(name="answer")
    do_not_know: Line = "Ne vem"
    forms: Mapping[str, Plan] = msgspec.field(name="form")
    exit: ExitQuestion
    then_test: ThenTest


class ItemsFile(Part, frozen=True, kw_only=True):
    """A file of items."""

    items: tuple[Item, ...] = msgspec.field(name="item")


class LockFile(Part, frozen=True, kw_only=True):
    """What has been fixed: the content hash of every version of every item (made by ``korak lock``)."""

    bank: str
    items: Mapping[str, str] = msgspec.field(default_factory=dict[str, str])  # item@version: sha256


@dataclass(frozen=True)
class Form:
    """One form with its items."""

    name: FormName
    tasks: tuple[TaskItem | JudgementItem, ...] = ()
    recognition: tuple[Recognition, ...] = ()
    statements: tuple[SelfReport, ...] = ()
    words: tuple[Vocabulary, ...] = ()

    def __iter__(self) -> Iterator[Item]:
        """Every item, in the order it is given: tasks, recognition, statements, words."""
        return iter((*self.tasks, *self.recognition, *self.statements, *self.words))

    def of_scale(self, scale: ScaleName) -> tuple[Item, ...]:
        """The items of a scale: P tasks and recognition, S statements, V words."""
        items: dict[ScaleName, tuple[Item, ...]] = {
            "P": (*self.tasks, *self.recognition),
            "S": self.statements,
            "V": self.words,
        }
        return items[scale]

    def points(self, scale: ScaleName) -> int:
        """The most points of a scale."""
        return sum(item.maximum for item in self.of_scale(scale))


@dataclass(frozen=True)
class Assessment:
    """A decoded bank."""

    bank: BankFile
    items: Mapping[str, Item] = field(default_factory=dict[str, Item])
    lock: LockFile = LockFile(bank="")  # noqa: RUF009 - frozen
    paper: PaperFile | None = None  # the version on paper, if there is one

    @property
    def version(self) -> str:
        """The version of the bank."""
        return self.bank.version

    def form(self, name: FormName) -> Form:
        """A form with its items; an item the bank does not have is left out (the check says so)."""
        plan = self.bank.forms.get(name)
        if plan is None:
            return Form(name)
        return Form(
            name,
            tuple(one for one in self._some(plan.tasks) if isinstance(one, TaskItem | JudgementItem)),
            tuple(one for one in self._some(plan.recognition) if isinstance(one, Recognition)),
            tuple(one for one in self._some(plan.statements) if isinstance(one, SelfReport)),
            tuple(one for one in self._some(plan.words) if isinstance(one, Vocabulary)),
        )

    def then_test(self) -> tuple[SelfReport, ...]:
        """The statements asked again for the time before the course."""
        some = self._some(self.bank.then_test.statements)
        return tuple(one for one in some if isinstance(one, SelfReport))

    def area(self, name: AreaName) -> Area | None:
        """An area by its name."""
        return next((area for area in self.bank.areas if area.id == name), None)

    def _some(self, names: tuple[str, ...]) -> Iterator[Item]:
        return (self.items[name] for name in names if name in self.items)
