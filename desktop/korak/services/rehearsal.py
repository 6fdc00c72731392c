# SPDX-License-Identifier: GPL-3.0-or-later
"""A task done before a group: a run that is nobody's, so nothing of it is kept."""

import secrets
from dataclasses import replace

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.content.pack import Pack
from korak.practice.actions import Action
from korak.practice.log import LEVELS, Play
from korak.services.access import require
from korak.services.lessons import TaskRun
from korak.services.people import not_found


class Rehearsal:
    """Keeps a run as the lessons' service does, only in memory; each run has new names, days and codes."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def begin(self, session: Session, lesson_id: str, task_id: str) -> TaskRun:
        """Begin a task of a lesson, guided by the coach."""
        require(session, Deed.TEACH)
        task = self._pack.tasks.get(task_id)
        if task is None:
            raise not_found("task", task_id)
        play = Play.start(self._pack, task, str(secrets.randbelow(1 << 31)))
        return TaskRun("", lesson_id, "", task_id, "guide", play, 0)

    def act(self, session: Session, run: TaskRun, action: Action, seconds: float | None = None) -> TaskRun:
        """Do something in the world of a run."""
        require(session, Deed.TEACH)
        return replace(run, play=run.play.do(action, seconds or 0.0))

    def help(
        self, session: Session, run: TaskRun, key_step: str, level: int, seconds: float | None = None
    ) -> TaskRun:
        """Note, as long as the run lasts, that a key step was helped with."""
        require(session, Deed.TEACH)
        known = LEVELS[min(max(level, 0), 3)]
        return replace(run, play=run.play.help(known, seconds or 0.0, key_step))

    def undo(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Take the last action back."""
        require(session, Deed.TEACH)
        return replace(run, play=run.play.undo(seconds or 0.0))

    def restart(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Begin the world of a run again."""
        require(session, Deed.TEACH)
        return replace(run, play=run.play.restart(seconds or 0.0))

    def finish_task(self, session: Session, run: TaskRun, seconds: float | None = None) -> None:
        """End a run; it amounts to nothing in anybody's record."""
        del run, seconds
        require(session, Deed.TEACH)
