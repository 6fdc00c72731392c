# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach beside the world: what to do now, what went differently than meant, how far one has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import CONTENT_LANGUAGE, _, is_rtl
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.speaking import Speaks
from korak.ui.theme import icons
from korak.ui.theme.theme import Theme, Themed, set_role
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.text import draw, width

_BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence of the coach: Slovenian, and the same in the learner's language where there is one."""

    text: str
    second: str = ""


class OwnLanguage(QWidget):
    """The same in the learner's language, quieter, in its own direction; hidden where nobody translated."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._label = Label("", "coach-second")
        self._speak = Speaks(frame.voice, self)
        self._speak.set_quiet(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def set_text(self, text: str, language: str) -> None:
        """Show a text and let it be heard; an empty one takes the line away."""
        mirrored = is_rtl(language or CONTENT_LANGUAGE)
        direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        self._label.setLayoutDirection(direction)
        self._label.setText(text)
        self._speak.set_speech(text, language)
        self._speak.set_name(_("Listen in your language"))
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is shown."""
        return self._label.text()


class StepState(Enum):
    """Where one is with a step."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


class NowPanel(Themed, QFrame):
    """What to do now, in big words; the buttons that help; a hint, and a word that a step is done."""

    show_me = Signal()
    hint = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        set_role(self, "amber")
        self._frame = frame
        self._language = ""
        self.speak = Speaks(frame.voice, self)
        self._praise = Remark("check", "pine")
        self._says = Label("", "coach")
        self._second = OwnLanguage(frame)
        self._hint = Remark("lightbulb", "amber_word")
        self._hint_second = OwnLanguage(frame)
        self.show_button = Button("", "secondary", icon="eye")
        self.hint_button = Button("", "secondary", icon="lightbulb")
        self.show_button.clicked.connect(self.show_me)
        self.hint_button.clicked.connect(self.hint)
        self._lay_out()
        self.themed()

    def show_says(self, says: Says, language: str) -> None:
        """Show and announce what to do now."""
        fresh = says.text != self._says.text()
        self._language = language
        self._says.setText(says.text)
        self._second.set_text(says.second, language)
        self.speak.set_speech(says.text)
        if fresh:
            self.show_hint(None)
            announce(self, says.text)

    def show_hint(self, says: Says | None) -> None:
        """Show and announce a hint, or none."""
        fresh = says is not None and says.text != self._says.text()
        self._hint.setVisible(fresh)
        self._hint_second.set_text(says.second if says and fresh else "", self._language)
        if says is not None:
            self._hint.say(says.text)
            announce(self, says.text)

    def praise(self, text: str) -> None:
        """Say that a step is done, or nothing."""
        self._praise.setVisible(bool(text))
        if text:
            self._praise.say(text)
            announce(self, text)

    def set_helps(self, *, show: bool, hint: bool) -> None:
        """Offer these buttons."""
        self.show_button.setVisible(show)
        self.hint_button.setVisible(hint)
        self._buttons.setVisible(show or hint)

    def set_quiet(self, quiet: bool) -> None:
        """Put the buttons away while something else wants to be read."""
        offered = not (self.show_button.isHidden() and self.hint_button.isHidden())
        self._buttons.setVisible(offered and not quiet)

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self.show_button.setText(_("Show me"))
        self.hint_button.setText(_("Hint"))
        self.speak.set_name(_("Listen"))

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4") - 2
        self._whole.setContentsMargins(side, theme.px("s3"), side, theme.px("s3"))
        self._whole.setSpacing(theme.px("s2") + 4)
        self._words.setSpacing(theme.px("s2"))
        self._top.setSpacing(theme.px("s3"))

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        for part in (self._praise, self._says, self._second, self._hint, self._hint_second):
            self._words.addWidget(part)
        self._praise.hide()
        self._hint.hide()
        self._top = QHBoxLayout()
        self._top.addWidget(self.speak, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self._words, 1)
        self._buttons = QWidget()
        flow = FlowLayout(12)
        self._buttons.setLayout(flow)
        flow.addWidget(self.show_button)
        flow.addWidget(self.hint_button)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._top)
        self._whole.addWidget(self._buttons)


class Remark(QWidget):
    """A short sentence with an icon."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__()
        picture = Picture("", 22)
        picture.set_icon(icon, role)
        self._label = Label("", "coach-remark")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._label, 1)

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._label.setText(text)

    def text(self) -> str:
        """The sentence."""
        return self._label.text()


class MistakePanel(Themed, QFrame):
    """What went differently than meant: what happened and why, and what to try; read, then put away."""

    understood = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        set_role(self, "amber")
        self._title = Label("", "strong")
        self._speak = Speaks(frame.voice, self)
        self._says = Label("", "body")
        self._then = Remark("arrow-right", "amber_word")
        self._second = OwnLanguage(frame)
        self.button = Button("", "secondary")
        self.button.clicked.connect(self.understood)
        top = QHBoxLayout()
        picture = Picture("", 26)
        picture.set_icon("lightbulb", "amber_word")
        top.addWidget(picture)
        top.addWidget(self._title, 1)
        top.addWidget(self._speak)
        self._lines = QVBoxLayout(self)
        self._lines.addLayout(top)
        for part in (self._says, self._then, self._second):
            self._lines.addWidget(part)
        self._lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.themed()
        self.hide()

    def show_mistake(self, says: Says, then: Says | None, language: str) -> None:
        """Explain a mistake, and announce it."""
        self._says.setText(says.text)
        self._then.setVisible(then is not None)
        if then is not None:
            self._then.say(then.text)
        second = " ".join(part for part in (says.second, then.second if then else "") if part)
        self._second.set_text(second, language)
        spoken = f"{says.text} {then.text}" if then else says.text
        self._speak.set_sentences((says.text, then.text) if then else (says.text,))
        self.show()
        announce(self, spoken)

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self._title.setText(_("What happened?"))
        self.button.setText(_("I understand"))
        self._speak.set_name(_("Listen"))

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4") - 2
        self._lines.setContentsMargins(side, theme.px("s3"), side, theme.px("s3"))
        self._lines.setSpacing(theme.px("s2"))


class _Step(Themed, QLabel):
    """One line of the list: a number or a tick, and what to do."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(text)
        self._number = number
        self._state = StepState.NEXT
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_state(self, state: StepState) -> None:
        """Mark the step."""
        self._state = state
        words = {StepState.DONE: _("done"), StepState.NOW: _("now"), StepState.NEXT: _("to come")}
        self.setAccessibleName(f"{self.text()}, {words[state]}")
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self.theme()
        room = QRect(0, 0, max(width - _disc(theme) - 14, 1), 10_000)
        metrics = QFontMetrics(theme.font("trainer", bold=True))
        text = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        return max(text, _disc(theme)) + theme.px("s2") + 1

    def sizeHint(self) -> QSize:
        width = self.theme().grown(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(140), _disc(self.theme()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        disc = _disc(theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        direction = self.layoutDirection()
        spot = QRect(0, (self.height() - disc) // 2, disc, disc)
        _paint_disc(painter, self, QStyle.visualRect(direction, self.rect(), spot), self._number, self._state)
        painter.setFont(theme.font("trainer", bold=self._state is StepState.NOW))
        painter.setPen(theme.colour("soft" if self._state is StepState.NEXT else "ink"))
        room = QRect(disc + 14, 0, self.width() - disc - 14, self.height())
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        draw(painter, QStyle.visualRect(direction, self.rect(), room), flags, self.text())


class _Dots(Themed, QWidget):
    """The same steps as a row of discs, for when there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._states: tuple[StepState, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_states(self, states: tuple[StepState, ...]) -> None:
        """Mark the steps."""
        self._states = states
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._states) // self._a_row(width))
        return max(rows, 1) * (_disc(self.theme()) + 6) - 6

    def sizeHint(self) -> QSize:
        disc = _disc(self.theme())
        return QSize(len(self._states) * (disc + 8), disc)

    def minimumSizeHint(self) -> QSize:
        disc = _disc(self.theme())
        return QSize(disc, disc)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc, a_row = _disc(self.theme()), self._a_row(self.width())
        for place, state in enumerate(self._states):
            spot = QRect((place % a_row) * (disc + 8), (place // a_row) * (disc + 6), disc, disc)
            spot = QStyle.visualRect(self.layoutDirection(), self.rect(), spot)
            _paint_disc(painter, self, spot, place + 1, state)

    def _a_row(self, width: int) -> int:
        return max(1, (width + 8) // (_disc(self.theme()) + 8))


class StepsPanel(Themed, QFrame):
    """The steps of the task: the whole list, or only discs and the one that is now."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self._steps: list[_Step] = []
        self._states: tuple[StepState, ...] = ()
        self._compact = False
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._dots = _Dots()
        self._line = Label("", "coach-remark")
        self._whole = QVBoxLayout(self)
        for part in (self._list, self._line, self._dots):
            self._whole.addWidget(part)
        self.set_compact(False)
        self.themed()

    @property
    def states(self) -> tuple[StepState, ...]:
        """Where one is with each step."""
        return self._states

    def set_steps(self, titles: Sequence[str], states: Sequence[StepState]) -> None:
        """Show these steps and where one is with each."""
        if [step.text() for step in self._steps] != list(titles):
            for step in self._steps:
                step.hide()
                step.setParent(None)
                step.deleteLater()
            self._steps = [_Step(number, title) for number, title in enumerate(titles, 1)]
            for step in self._steps:
                self._rows.addWidget(step)
        self._states = tuple(states)
        for step, state in zip(self._steps, self._states, strict=True):
            step.set_state(state)
        self._dots.set_states(self._states)
        self._say_line()

    def set_compact(self, compact: bool) -> None:
        """Show the whole list, or only discs."""
        self._compact = compact
        self._list.setVisible(not compact)
        self._line.setVisible(compact)
        self._dots.setVisible(compact)

    def full_height(self, width: int) -> int:
        """How high the whole list would be."""
        margins = self._whole.contentsMargins()
        inner = width - margins.left() - margins.right()
        return sum(step.heightForWidth(inner) for step in self._steps) + margins.top() + margins.bottom()

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        for step, state in zip(self._steps, self._states, strict=True):
            step.set_state(state)
        self._say_line()

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4") - 2
        self._whole.setContentsMargins(side, theme.px("s2") + 3, side, theme.px("s2") + 3)
        self._whole.setSpacing(theme.px("s1"))

    def _say_line(self) -> None:
        every = len(self._states)
        now = next((place for place, state in enumerate(self._states) if state is StepState.NOW), None)
        if now is None:
            self._line.setText(_("All steps are done."))
            return
        title = self._steps[now].text()
        self._line.setText(_("Step {n} of {all}: {title}").format(n=now + 1, all=every, title=title))


class PaperPanel(Themed, QFrame):
    """The learner's card for the task: the user name and the password to copy."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        set_role(self, "paper-card")
        self.always = False
        self._shows_asks = True
        self._shows_lines = True
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self._title = Label("", "note")
        self._asks = Label("", "coach-remark")
        self._speak = Speaks(frame.voice, self)
        self._situation = QWidget()
        across = QHBoxLayout(self._situation)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._asks, 1)
        across.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        self._second = OwnLanguage(frame)
        self._room = QWidget()
        self._rows = QVBoxLayout(self._room)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._whole = QVBoxLayout(self)
        for part in (self._title, self._situation, self._second, self._room):
            self._whole.addWidget(part)
        self.themed()

    def has_lines(self) -> bool:
        """Whether there is anything on it."""
        return bool(self._lines) or bool(self._asks.text())

    def set_asks(self, asks: Says, language: str) -> None:
        """Write down the situation the task is about."""
        self._asks.setText(asks.text)
        self._speak.set_speech(asks.text)
        self._speak.set_name(_("Listen"))
        self._second.set_text(asks.second, language)
        self.show_parts(asks=self._shows_asks, lines=self._shows_lines)

    def show_parts(self, *, asks: bool, lines: bool) -> None:
        """Show the situation, the details to copy, or both."""
        self._shows_asks, self._shows_lines = asks, lines
        self._situation.setVisible(asks and bool(self._asks.text()))
        self._second.setVisible(asks and bool(self._second.text()))
        self._room.setVisible(lines and bool(self._lines))

    def set_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show these lines: what it is called, the same in the learner's language, the value."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for label, second, value in lines:
            self._rows.addWidget(self._row(label, second, value))
        self.show_parts(asks=self._shows_asks, lines=self._shows_lines)

    def retranslate(self) -> None:
        """Set the title in the current language."""
        self._title.setText(_("My sheet"))

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4") - 2
        self._whole.setContentsMargins(side, theme.px("s2"), side, theme.px("s2") + 2)
        self._whole.setSpacing(2)
        self._rows.setSpacing(2)

    def _row(self, label: str, second: str, value: str) -> QWidget:
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        name = Label(f"{label} ({second})" if second else label, "coach-remark")
        shown = _Value(value)
        shown.setAccessibleName(f"{label}: {value}")
        lines.addWidget(name)
        lines.addWidget(shown)
        return row


class _Value(Label):
    """A value to copy; a long address may break behind its dots, and nowhere else."""

    def __init__(self, value: str) -> None:
        super().__init__(value.replace("@", f"@{_BREAK}").replace(".", f".{_BREAK}"), "paper-value")

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        widest = max(width(self.font(), part) for part in self.text().split(_BREAK))
        return QSize(widest + 2, self.fontMetrics().height())


class GladPanel(Themed, QFrame):
    """The end of a task: what was done, and calmly what would have done harm for real."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        set_role(self, "mint")
        self._frame = frame
        self._picture = Picture("party-popper", 56)
        self._title = Label("", "heading")
        self._speak = Speaks(frame.voice, self)
        self._what = Label("", "body")
        self._second = OwnLanguage(frame)
        self._critical = QVBoxLayout()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        top.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(top)
        self._whole.addWidget(self._what)
        self._whole.addWidget(self._second)
        self._whole.addLayout(self._critical)
        self.themed()
        self.hide()

    def show_end(self, title: Says, what: Says, critical: Sequence[Says], language: str) -> None:
        """Show and announce the end."""
        self._title.setText(title.text)
        self._what.setText(what.text)
        self._what.setVisible(bool(what.text))
        self._second.set_text(" ".join(part for part in (title.second, what.second) if part), language)
        parts = (title.text, what.text, *(says.text for says in critical))
        self._speak.set_sentences(parts)
        while (item := self._critical.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, says in enumerate(critical):
            remark = Remark("shield" if not number else "arrow-right", "amber_word")
            remark.say(f"{says.text}\n{says.second}" if says.second else says.text)
            self._critical.addWidget(remark)
        self.show()
        announce(self, " ".join(part for part in parts if part))

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self._speak.set_name(_("Listen"))

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4") - 2
        self._whole.setContentsMargins(side, side, side, side)
        self._whole.setSpacing(theme.px("s2"))


def _disc(theme: Theme) -> int:
    return theme.grown(28)


def _paint_disc(painter: QPainter, widget: Themed, spot: QRect, number: int, state: StepState) -> None:
    theme = widget.theme()
    ground = {StepState.DONE: "pine", StepState.NOW: "amber", StepState.NEXT: "track"}[state]
    painter.setPen(QPen(theme.colour("edge"), 1) if theme.name == "contrast" else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(QRectF(spot))
    if state is StepState.DONE:
        side = round(spot.width() * 0.6)
        ratio = painter.device().devicePixelRatioF()
        pixmap = icons.icon_pixmap("check", theme.colour("on_pine"), side, ratio=ratio)
        inset = (spot.width() - side) // 2
        painter.drawPixmap(spot.left() + inset, spot.top() + inset, pixmap)
        return
    painter.setFont(theme.font("note", bold=True))
    painter.setPen(theme.colour("on_amber" if state is StepState.NOW else "soft"))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(number))
