# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's sheets of the assessment on paper: what is read aloud, and the key with the points."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF

from korak import i18n
from korak.content.assessment import Recognition, Vocabulary
from korak.i18n import N_
from korak.practice.booklet import PrintedTask
from korak.reports import paper
from korak.reports.leaf import INNER, LEFT, RIGHT
from korak.reports.learner_facts import picture_of
from korak.reports.paper import Side, Type
from korak.reports.paper_marks import screen_of
from korak.reports.paper_pages import (
    BETWEEN,
    BOTTOM,
    COLUMN,
    TASK_GAP,
    TITLE,
    TOP,
    Pages,
    PaperAssessment,
    Told,
    draw_task,
    set_tasks,
    task_pages,
)

HALF = 0.47
LANGUAGES_A_PAGE = 2  # columns of the card
MOST = 5  # the marks of a task: 0 to 4


def teacher_sheets(of: PaperAssessment) -> bytes:
    """Return what the teacher reads aloud, the card in other languages, and the key with the points."""
    pages = Pages(of, f"{of.booklet.form} · {of.bank.version}")
    _script(pages, of)
    if of.card:
        pages.turn()
        _card(pages, of)
    pages.turn()
    _key(pages, of)
    pages.turn()
    _key_in_pictures(pages, of)
    pages.foot()
    return pages.leaf.paper.finish()


def _script(pages: Pages, of: PaperAssessment) -> None:
    leaf, say, written = pages.leaf, pages.leaf.words.say, of.booklet.paper
    title = say(N_("For the teacher · booklet {form}"), form=of.booklet.form)
    pages.y = leaf.text(title, LEFT, TOP, INNER, TITLE) + 3
    _section(pages, say(N_("Before the booklet")), written.before)
    for part in written.parts:
        _section(pages, part.title, part.script)
        if part.id == "words":
            sounds = [item.right for item in of.form.words if item.way == "sound"]
            first = next((n for n, item in enumerate(of.form.words, 1) if item.way == "sound"), 1)
            _aloud(pages, [f"{first + n}. {word}" for n, word in enumerate(sounds)])
    _section(pages, say(N_("At the end")), written.after)


def _aloud(pages: Pages, words: list[str]) -> None:
    """The words that are read aloud, large, in one row."""
    leaf = pages.leaf
    pages.room(24)
    pages.y = leaf.text(leaf.words.say(N_("Words to read aloud")), LEFT + 6, pages.y - 2, INNER, Type(12)) + 1
    each = (INNER - 6) / max(1, len(words))
    for n, word in enumerate(words):
        box = QRectF(LEFT + 6 + n * each, pages.y, each - 2, 11)
        leaf.paper.box(box, edge=paper.INK, radius=2, pen=0.5)
        leaf.text(word, box.left(), box.top() + 2, box.width(), Type(13, bold=True), Side.MIDDLE, 1)
    pages.y += 16


# ------------------------------------------------------------------------------- the learners' languages


def _card(pages: Pages, of: PaperAssessment) -> None:
    """What is told in the learners' languages: a box a language, beside the parts' pictures."""
    leaf, say = pages.leaf, pages.leaf.words.say
    pages.y = leaf.text(say(N_("Card in the languages of the learners")), LEFT, pages.y, INNER, TITLE) + 1
    note = say(N_("Show or read it at the beginning of each part. Words of the last part stay Slovenian."))
    pages.y = leaf.text(note, LEFT, pages.y, INNER, Type(12)) + 4
    for first in range(0, len(of.card), LANGUAGES_A_PAGE):
        row = of.card[first : first + LANGUAGES_A_PAGE]
        with leaf.paper.trial():
            high = max(_box(pages, of, one, LEFT, 0.0) for one in row)
        pages.room(high)
        for n, one in enumerate(row):
            _box(pages, of, one, LEFT + n * (COLUMN + BETWEEN), pages.y)
            area = QRectF(LEFT + n * (COLUMN + BETWEEN), pages.y, COLUMN, high - 3)
            leaf.paper.box(area, edge=paper.EDGE, radius=2, pen=0.3)
        pages.y += high


def _box(pages: Pages, of: PaperAssessment, one: Told, x: float, y: float) -> float:
    leaf = pages.leaf
    name = one.name if not one.draft else f"{one.name} ({leaf.words.say(N_('translation not checked yet'))})"
    y = leaf.text(name, x + 3, y + 1.5, COLUMN - 6, Type(12, bold=True)) + 0.5
    rtl = i18n.is_rtl(one.language)
    for part, sentence in zip(of.booklet.paper.parts, one.sentences, strict=True):
        icon, text = (x + COLUMN - 9, x + 3) if rtl else (x + 3, x + 12)
        leaf.paper.picture(picture_of(part.picture), QRectF(icon, y, 6, 6))
        block = leaf.paper.block(sentence, COLUMN - 15, Type(11.5), one.language)
        y = max(leaf.paper.put(block, text, y + 0.3), y + 6) + 0.8
    return y + 4


# ------------------------------------------------------------------------------------------- the key


def _key(pages: Pages, of: PaperAssessment) -> None:
    leaf, say = pages.leaf, pages.leaf.words.say
    pages.y = leaf.text(say(N_("Key and points")), LEFT, pages.y, INNER, TITLE) + 3
    _section(pages, say(N_("How it is marked")), of.booklet.paper.marking)
    for number, task in enumerate(of.booklet.tasks, 1):
        _key_of_task(pages, number, task)
    _key_of_messages(pages, of)
    _section(pages, say(N_("Questions")), [_answers(of.form.recognition)])
    _section(pages, say(N_("Words")), [_answers(of.form.words)])


def _section(pages: Pages, title: str, lines: Iterable[str]) -> None:
    leaf = pages.leaf
    pages.room(22)
    pages.y = leaf.text(title, LEFT, pages.y, INNER, Type(14, bold=True)) + 1.5
    for line in lines:
        block = leaf.block(line, INNER - 6, Type(12))
        pages.room(block.height + 2)
        leaf.paper.oval(QRectF(LEFT, pages.y + 2, 2.4, 1.7), fill=paper.INK)
        pages.y = leaf.paper.put(block, LEFT + 6, pages.y) + 1.2
    pages.y += 3


def _key_of_task(pages: Pages, number: int, task: PrintedTask) -> None:
    """The right place of every ring, its key step, and boxes for the points."""
    leaf = pages.leaf
    titles = {step.id: step.title for step in task.task.key_steps}
    lines: list[str] = []
    for place, screen in enumerate(task.screens):
        step = titles.get(screen.ring.step, "")
        where = screen_of(leaf.words, screen.world, screen.at, screen.text).answer
        lines.append(f"{chr(ord('a') + place)}) {screen.ask} → »{where}« [{step}]")
    _marked(pages, f"{number}. {task.task.title}", lines)


def _key_of_messages(pages: Pages, of: PaperAssessment) -> None:
    if of.booklet.judgement is None:
        return
    right = " · ".join(f"{one.number}: {one.right}" for one in of.booklet.messages)
    part = next(one for one in of.booklet.paper.parts if one.id == "messages")
    _marked(pages, part.title, [right])


def _marked(pages: Pages, title: str, lines: Iterable[str]) -> None:
    """What is right, and the grid of points beside it: 4 is hatched, paper never gives it."""
    leaf = pages.leaf
    grid = RIGHT - MOST * 10 + 2
    first = leaf.block(title, grid - LEFT - 6, Type(12, bold=True))
    blocks = [leaf.block(line, INNER - 5, Type(11)) for line in lines]
    pages.room(first.height + sum(block.height for block in blocks) + 6)
    for points in range(MOST):
        box = QRectF(grid + points * 10, pages.y, 8, 7)
        if points > pages.of.booklet.paper.cap:
            leaf.paper.hatch(box, colour=paper.EDGE, radius=1)
        else:
            leaf.paper.box(box, edge=paper.INK, radius=1, pen=0.4)
        leaf.text(str(points), box.left(), box.top() + 0.6, 8, Type(11), Side.MIDDLE)
    y = max(leaf.paper.put(first, LEFT, pages.y), pages.y + 7) + 0.8
    for block in blocks:
        y = leaf.paper.put(block, LEFT + 5, y)
    pages.y = y + 4


def _answers(items: Iterable[Recognition | Vocabulary]) -> str:
    rights = (item.right for item in items)
    texts = (right if isinstance(right, str) else right.text or right.described for right in rights)
    return " · ".join(f"{number}: {text}" for number, text in enumerate(texts, 1))


def _key_in_pictures(pages: Pages, of: PaperAssessment) -> None:
    """The pages of the tasks, half as large, with the right places ringed: four on a page."""
    leaf = pages.leaf
    pages.y = leaf.text(leaf.words.say(N_("The right places")), LEFT, pages.y, INNER, TITLE) + 2
    top = pages.y - 4
    for place, tasks in enumerate(task_pages(of)):
        x = LEFT / 2 + (place % 2) * (INNER / 2 + 5)
        y = top + (place // 2) * (BOTTOM - top) / 2
        with leaf.paper.smaller(x, y, HALF):
            pages.y = TOP
            for sheet in set_tasks(leaf, tasks, BOTTOM - TOP):
                draw_task(pages, sheet, ringed=True)
                pages.y += TASK_GAP
