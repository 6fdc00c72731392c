# SPDX-License-Identifier: GPL-3.0-or-later
"""Every effect that stands somewhere: behind buttons, rows, signatures, pop-ups, calls and events."""

from collections.abc import Iterator

from korak.content.blocks import Button, Signature, Table
from korak.content.effects import AskConfirm, Effect
from korak.content.pack import Pack
from korak.content.portal import Page
from korak.content.task import Task


def effects_of(page: Page) -> Iterator[Effect]:
    """The effects that stand on a page, with those that follow from them."""
    yield from deep(page.opens)
    if page.popup is not None:
        yield from deep(page.popup.does)
    for block in page.blocks:
        if isinstance(block, Button | Signature):
            yield from deep(block.does)
        if isinstance(block, Table):
            for row in block.rows:
                yield from deep(row.does)


def effects_in(task: Task) -> Iterator[Effect]:
    """The effects that stand in a task: its events, and what is said in its calls."""
    for event in task.events:
        yield from deep(event.does)
    for call in task.calls:
        for turn in call.turns:
            for choice in turn.choices:
                yield from deep(choice.does)


def every_effect(pack: Pack) -> Iterator[Effect]:
    """Every effect of a pack."""
    for page in pack.pages.values():
        yield from effects_of(page)
    for task in pack.tasks.values():
        yield from effects_in(task)


def deep(effects: tuple[Effect, ...]) -> Iterator[Effect]:
    """These effects and those that wait behind a request to confirm."""
    for effect in effects:
        yield effect
        if isinstance(effect, AskConfirm):
            yield from deep((*effect.does, *effect.declined))
