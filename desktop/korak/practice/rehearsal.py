# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a pack's tasks through: the author's solution to its goal, and the coach alone from anywhere."""

from collections.abc import Iterator
from random import Random

from korak.content.answers import standing
from korak.content.assessment import Performed
from korak.content.exercises.find_button import FindButton
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.fields import TypedField
from korak.content.pack import Pack
from korak.content.shape import near
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.coach import Coach
from korak.practice.events import FieldFaulted, Ignored, Refused
from korak.practice.log import Play
from korak.practice.on_files import NAME
from korak.practice.on_mail import FIELDS
from korak.practice.world import World

LONGEST_WAY = 200
WANDERINGS = 12
TYPED = ("", "abc", "Dober dan!", "123456", "zvem")


def line_faults(pack: Pack) -> Iterator[Fault]:
    """Lines of solutions that are no actions."""
    for name, task in pack.tasks.items():
        for number, line in enumerate(task.solution, 1):
            try:
                act.read(line)
            except act.ActionFault:
                yield Fault(
                    _file(pack, name), (Spot("solution", number),), FaultCode.BAD_ACTION, {"line": line}
                )


def play_faults(pack: Pack, seed: int = 1) -> Iterator[Fault]:
    """Solutions that do not reach their goal, and states from which the coach finds no way.

    A task of the assessment is played on every one of its surfaces.
    """
    for name, task in pack.tasks.items():
        file, surfaces = _file(pack, name), surfaces_of(pack, name)
        for surface, seeds in (surfaces or {"": (str(seed),)}).items():
            coach = Coach(pack, task, surface)
            found = [fault for one in seeds for fault in _solution(coach, file, one)]
            found += _twins(coach, file, seeds)
            yield from found or _alone(coach, file, seed)


def surfaces_of(pack: Pack, task: str) -> dict[str, tuple[str, ...]]:
    """The surfaces a task of the assessment is given on, with their seeds; none for a task of the lessons."""
    items = pack.assessment.items.values() if pack.assessment else ()
    found = {item.surface: item.seeds for item in items if isinstance(item, Performed) and item.task == task}
    return {str(surface): seeds for surface, seeds in found.items()}


def button_faults(pack: Pack) -> Iterator[Fault]:
    """Exercises that ask for a button their page does not have."""
    for one in standing(pack):
        if not isinstance(one.exercise, FindButton):
            continue
        possible = {
            action.target
            for action in World.at_page(pack, one.exercise.page).actions()
            if isinstance(action, act.Press)
        }
        for target in (one.exercise.right, *one.exercise.also):
            if target not in possible:
                details = {"name": target, "page": one.exercise.page, **near(target, possible)}
                yield Fault(one.file, (*one.place, Spot("right")), FaultCode.NOT_ON_PAGE, details)


_FOR_GOOD = ("files/delete", "files/rename", "files/move/", "mail/delete", "phone/delete")
"""What takes away something that a task may need: from there the coach may say, start again."""


def wander(world: World, chance: Random, moves: int) -> World:
    """The world after so many things somebody might try at random."""
    for _ in range(moves):
        action = any_action(world, chance)
        if isinstance(action, act.Press) and action.target.startswith(_FOR_GOOD):
            continue
        world = world.do(action)
    return world


def any_action(world: World, chance: Random) -> act.Action:
    """Something one could do here: a possible action, or some text typed somewhere."""
    possible = world.actions()
    fields = [block.target for block in world.page().blocks if isinstance(block.block, TypedField)]
    if world.state.mail.writing:
        fields += [*FIELDS, "mail/attach"]
    if "files" in world.scene.start.devices:
        fields.append(NAME)
    kind = chance.random()
    if fields and kind < 0.4:
        codes = (message.code for message in world.state.phone.messages)
        paths = (file.path for file in world.state.files.items)
        return act.Fill(
            chance.choice(fields), chance.choice((*TYPED, *world.scene.values.values(), *codes, *paths))
        )
    if kind < 0.45 and "browser" in world.scene.start.devices:
        return act.TypeAddress(chance.choice([*world.scene.pack.hosts, *TYPED]))
    if kind < 0.5:
        return chance.choice((act.Wait(chance.randrange(1, 9)), act.Wait(30), act.Print(), act.Bookmark()))
    return chance.choice(possible)


def _file(pack: Pack, task: str) -> str:
    return pack.files.get(f"tasks/{task}", f"tasks/{task}.toml")


def _twins(coach: Coach, file: str, seeds: tuple[str, ...]) -> Iterator[Fault]:
    """Two seeds that give the same values are one surface, not two."""
    known: dict[tuple[tuple[str, str], ...], str] = {}
    for seed in seeds if coach.surface else ():
        values = tuple(sorted(_begun(coach, seed).scene.values.items()))
        other = known.setdefault(values, seed)
        if other != seed:
            details = {"seed": seed, "other": other}
            yield Fault(file, (Spot("variant", 0, coach.surface),), FaultCode.SAME_SURFACE, details)


def _solution(coach: Coach, file: str, seed: str) -> Iterator[Fault]:
    play = Play.start(coach.pack, coach.task, seed, coach, coach.surface)
    on = (Spot("surface", int(seed), coach.surface),) if coach.surface else ()
    for number, line in enumerate(coach.task.solution, 1):
        try:
            action = coach.planner.resolved(act.read(line), play.world)
        except act.ActionFault:
            return
        play = play.do(action)
        why = _refusal(play.world)
        if why:
            details = {"line": line, "page": play.world.state.place.name, "why": why}
            yield Fault(file, (*on, Spot("solution", number)), FaultCode.SOLUTION_STUCK, details)
            return
    if not play.progress.reached:
        details = {"page": play.world.state.place.name}
        yield Fault(file, (*on, Spot("solution")), FaultCode.SOLUTION_SHORT, details)
        return
    yield from _steps_in_order(coach.task, file, coach, seed)


def _steps_in_order(task: Task, file: str, coach: Coach, seed: str) -> Iterator[Fault]:
    """Every key step comes true somewhere on the author's way."""
    world = World.start(coach.pack, task, seed, coach.surface)
    done = set(coach.start(world).done)
    for line in task.solution:
        after = world.do(coach.planner.resolved(act.read(line), world))
        done |= coach.holding(after)
        world = after
    for number, step in enumerate(task.key_steps, 1):
        if step.id not in done:
            yield Fault(file, (Spot("key_step", number, step.id), Spot("done")), FaultCode.STEP_NEVER_DONE)


def _refusal(world: World) -> str:
    """Why the last action did not work: a code of the event."""
    for event in world.events:
        if isinstance(event, Ignored):
            return event.why
        if isinstance(event, FieldFaulted):
            return event.fault.code
        if isinstance(event, Refused):
            return "refused"
    return ""


def _begun(coach: Coach, seed: str) -> World:
    return World.start(coach.pack, coach.task, seed, coach.surface)


def _alone(coach: Coach, file: str, seed: int) -> Iterator[Fault]:
    """The coach alone finds the goal: from the start, and from wherever somebody has wandered."""
    for number in range(WANDERINGS + 1):
        chance = Random(f"{seed}/{number}")  # noqa: S311 - a repeatable stroll, no secret
        world = wander(_begun(coach, f"{seed}/{number}"), chance, number * 3)
        begun, progress = world, coach.start(world)
        for _ in range(LONGEST_WAY):
            action = coach.next_action(progress, world)
            if action is None:
                break
            after = world.do(action)
            progress = coach.observe(progress, world, action, after)
            world = after
        if not coach.planner.reached(world):
            details = {"page": begun.state.place.name or begun.state.place.text, "seed": f"{seed}/{number}"}
            yield Fault(file, (), FaultCode.PLANNER_LOST, details)
            return
