# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bank calls things, gathered for the sheets and pages of results."""

from collections.abc import Mapping

from korak.assessment.sitting import Area
from korak.content.assessment import Assessment, Performed, SelfReport
from korak.content.pack import Pack
from korak.reports.result_texts import AreaText, ResultTexts, TaskText


def result_texts(pack: Pack) -> ResultTexts:
    """Gather the texts of a course with its bank."""
    bank = pack.assessment
    if bank is None:
        return ResultTexts(pack=pack.id, course=pack.header.title)
    return ResultTexts(
        pack=pack.id,
        course=pack.header.title,
        areas={Area(area.id): AreaText(area.label, area.pictogram) for area in bank.bank.areas},
        bands=tuple(band.name for band in bank.bank.bands),
        tasks=_tasks(pack, bank),
        statements={item.template: item.says for item in bank.items.values() if isinstance(item, SelfReport)},
        scale=bank.bank.scale,
    )


def _tasks(pack: Pack, bank: Assessment) -> Mapping[str, TaskText]:
    found: dict[str, TaskText] = {}
    for item in bank.items.values():
        if isinstance(item, Performed) and item.template not in found:
            found[item.template] = _task(pack, bank, item)
    return found


def _task(pack: Pack, bank: Assessment, item: Performed) -> TaskText:
    task, lesson = pack.tasks.get(item.task), pack.lessons.get(item.lesson)
    area = bank.area(item.area)
    return TaskText(
        title=task.title if task else item.template,
        can_do=item.can_do,
        pictogram=item.pictogram or (area.pictogram if area else ""),
        lesson=item.lesson if lesson else "",
        lesson_title=lesson.title if lesson else "",
        steps={step.id: step.title for step in task.key_steps} if task else {},
    )
