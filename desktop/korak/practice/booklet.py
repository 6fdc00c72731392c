# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper booklet's own data: screens to ring on, messages to judge, and the key, for form A or B."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from korak.content.assessment import Assessment, FormName, JudgementItem, TaskItem
from korak.content.conditions import Recorded
from korak.content.decode import PAPER
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.pack import Pack
from korak.content.paper import PaperFile, PaperTask, Ring
from korak.content.task import KeyStep, Task
from korak.practice import actions as act
from korak.practice.planner import Planner
from korak.practice.world import World


@dataclass(frozen=True)
class PrintedScreen:
    """A screen to ring on: the world it shows, what is asked, and the ring that is right."""

    world: World
    ring: Ring
    ask: str
    at: str
    text: str


@dataclass(frozen=True)
class PrintedTask:
    """A performance task on paper; ``asks`` are filled with the values of the printed surface."""

    item: TaskItem
    task: Task
    world: World
    asks: tuple[str, ...]
    screens: tuple[PrintedScreen, ...]


@dataclass(frozen=True)
class PrintedMessage:
    """A message to be judged: what is printed, and the right judgement of the key step ``step``."""

    number: int
    way: str  # sms or mail
    sender: str
    address: str  # of a mail; nothing for an SMS
    subject: str
    text: str
    link: str
    step: str
    right: str  # as written on the sheet of the task: »pravo« or »lažno«


@dataclass(frozen=True)
class Booklet:
    """Everything of a form's booklet that does not stand in the items themselves."""

    form: FormName
    paper: PaperFile
    tasks: tuple[PrintedTask, ...]
    messages: tuple[PrintedMessage, ...]
    judgement: JudgementItem | None


def booklet(
    pack: Pack, bank: Assessment, form: FormName, seeds: Mapping[str, str] | None = None
) -> Booklet | None:
    """The booklet of a form; None when the bank has no paper version.

    ``seeds``: which set of data is printed of an item, where it is not that of the paper version.
    """
    paper = bank.paper
    if paper is None:
        return None
    items, other = bank.form(form).tasks, seeds or {}
    written = {one.template: one for one in paper.tasks}
    tasks = tuple(
        _printed(pack, item, written[item.template], other.get(item.id, paper.seed))
        for item in items
        if isinstance(item, TaskItem) and item.template in written
    )
    judged = next((item for item in items if isinstance(item, JudgementItem)), None)
    messages = _messages(pack, judged, other.get(judged.id, paper.seed)) if judged else ()
    return Booklet(form, paper, tasks, messages, judged)


def paper_faults(pack: Pack) -> Iterator[Fault]:
    """Rings that cannot be rung: a screen the solution never shows, a step the task does not have."""
    bank = pack.assessment
    if bank is None or bank.paper is None:
        return
    for form in ("A", "B"):
        whole = booklet(pack, bank, form)
        for printed in whole.tasks if whole else ():
            place = (Spot("task", 0, printed.item.template),)
            if {step.id for step in printed.task.key_steps} != {one.ring.step for one in printed.screens}:
                yield Fault(PAPER, place, FaultCode.STEPS_DIFFER, {"id": printed.item.id, "other": "paper"})
            for number, screen in enumerate(printed.screens, 1):
                if not _is_there(screen):
                    details = {"name": screen.at, "page": screen.world.state.place.name}
                    yield Fault(PAPER, (*place, Spot("ring", number)), FaultCode.NOT_ON_PAGE, details)


def _printed(pack: Pack, item: TaskItem, written: PaperTask, seed: str) -> PrintedTask:
    task = pack.tasks[item.task]
    planner = Planner.of(pack, task, item.surface)
    start = World.start(pack, task, seed, item.surface)
    worlds = [start]
    for line in task.solution:
        worlds.append(worlds[-1].do(planner.resolved(act.read(line), worlds[-1])))
    screens = tuple(_screen(worlds[min(ring.after, len(worlds) - 1)], ring) for ring in written.rings)
    asks = tuple(start.scene.text(ask) for ask in written.ask or task.asks)
    return PrintedTask(item, task, start, asks, screens)


def _screen(world: World, ring: Ring) -> PrintedScreen:
    fill = world.scene.text
    return PrintedScreen(world, ring, fill(ring.ask), fill(ring.at), fill(ring.text))


def _messages(pack: Pack, item: JudgementItem, seed: str) -> tuple[PrintedMessage, ...]:
    """The messages of the judgement task: those on the phone, then the mails, in their written order."""
    task = pack.tasks[item.task]
    world = World.start(pack, task, seed, item.surface)
    sms = [("sms", one.sender, "", "", one.text, one.link) for one in world.state.phone.messages]
    mails = [
        ("mail", one.sender, one.address, one.subject, one.text, one.links[0][0] if one.links else "")
        for one in world.state.mail.mails
    ]
    return tuple(
        PrintedMessage(number, *message, step=step.id, right=world.scene.text(_right(step)))
        for number, (message, step) in enumerate(zip((*sms, *mails), task.key_steps, strict=False), 1)
    )


def _right(step: KeyStep) -> str:
    """The judgement a key step waits for."""
    wanted = [text for one in step.done if isinstance(one, Recorded) for text in one.with_.values()]
    return next((text for text in wanted if isinstance(text, str)), "")


def _is_there(screen: PrintedScreen) -> bool:
    """Whether the target of the ring can be pressed or filled on this screen, or the text stands in it."""
    page = screen.world.page()
    if screen.text:
        cells = (
            cell
            for block in page.blocks
            if block.target == screen.at
            for row in block.cells
            for cell in row.cells
        )
        return screen.text in cells
    possible = {getattr(action, "target", getattr(action, "field", "")) for action in screen.world.actions()}
    fields = {block.target for block in page.blocks}
    return (
        screen.at in possible
        or screen.at in fields
        or screen.at in {"files/name", "mail/attach", "mail/text"}
    )
