# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards: the plain one, the next step, a quiet door, and what is said after an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Button, Pressable, SpeakButton
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture, draw_picture
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.text import draw, height, leading, x_of

Kind = Literal["right", "near", "wrong"]

_KINDS: Final = {
    # kind: ground, icon, its disc, its ink
    "right": ("mint", "check", "pine", "on_pine"),
    "near": ("amber", "pencil", "amber", "on_amber"),
    "wrong": ("sky", "lightbulb", "sky", "card"),
}


class Card(Themed, QFrame):
    """A still ground for things that belong together; fill `body`."""

    def __init__(self, role: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        set_role(self, role)
        self.themed()

    def set_role(self, role: str) -> None:
        """Change the ground."""
        set_role(self, role)

    def themed(self) -> None:
        side, between = self.theme().px("s4"), self.theme().px("s2")
        self.body.setContentsMargins(side, side - 4, side, side - 4)
        self.body.setSpacing(between)


class NowCard(Themed, QFrame):
    """The one obvious next step: picture, what it is, how far, one main button."""

    go = Signal()
    speak = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "now")
        self._picture = Picture(size=110)
        self._kicker = Label("", "soft")
        self._title = Label("", "title")
        self._note = Label("", "soft")
        self._line = ProgressLine()
        self.speaker = SpeakButton()
        self.action = Button("", "main", trailing="arrow-right")
        self.action.clicked.connect(self.go)
        self.speaker.clicked.connect(self.speak)
        self._words = QVBoxLayout()
        for label in (self._kicker, self._title, self._note):
            self._words.addWidget(label)
        self._words.addSpacing(10)
        under = QHBoxLayout()
        under.addWidget(self._line, 3)
        under.addStretch(1)
        self._words.addLayout(under)
        self._what = QHBoxLayout()
        self._what.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._what.addLayout(self._words, 1)
        self._do = QHBoxLayout()
        self._do.addStretch(1)
        self._do.addWidget(self.speaker, 0, Qt.AlignmentFlag.AlignVCenter)
        self._do.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._what, 1)
        self._row.addLayout(self._do)
        self.themed()

    def set_pictogram(self, name: str) -> None:
        """Show what it is about."""
        self._picture.set_pictogram(name)

    def set_kicker(self, text: str) -> None:
        """The small line above the title."""
        self._kicker.setText(text)

    def set_title(self, text: str) -> None:
        """What the next step is."""
        self._title.setText(text)

    def set_note(self, text: str) -> None:
        """The small line below the title."""
        self._note.setText(text)

    def set_progress(self, done: float, of: float) -> None:
        """Fill the line; `of` 0 hides it."""
        self._line.set_part(done, of)
        self._line.setVisible(of > 0)
        self._line.set_summary(f"{done:g} / {of:g}")

    def set_action(self, text: str) -> None:
        """What the main button says."""
        self.action.setText(text)

    def set_speak_name(self, text: str) -> None:
        """What the loudspeaker is called."""
        self.speaker.set_name(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def themed(self) -> None:
        theme = self.theme()
        self._row.setContentsMargins(theme.px("s5"), theme.px("s4") + 2, theme.px("s5"), theme.px("s4") + 2)
        for layout in (self._row, self._what, self._do):
            layout.setSpacing(theme.px("s4") + 4)
        self._words.setSpacing(2)
        self._turn()

    def _turn(self) -> None:
        """In a narrow card or with large letters the button goes below the words."""
        narrow = self.width() < self.theme().grown(860)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)


class Door(Pressable):
    """A quiet door to another room: picture, name, one line."""

    def __init__(
        self, title: str = "", note: str = "", pictogram: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._note = note
        self._pictogram = pictogram
        self.setText(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def set_title(self, text: str) -> None:
        """What is behind the door."""
        self.setText(text)
        self._tell()

    def set_note(self, text: str) -> None:
        """The line below."""
        self._note = text
        self._tell()

    def set_pictogram(self, name: str) -> None:
        """Show another picture."""
        self._pictogram = name
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, note = self._heights(width)
        inner = max(self._side(), title + note + 2)
        return inner + 2 * (self.theme().px("s3") + 1)

    def sizeHint(self) -> QSize:
        width = self.theme().grown(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self.theme().grown(200)
        return QSize(width, self.theme().px("main_target"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("pine" if self.isDown() else "edge"), 1))
        painter.setBrush(theme.colour("mint" if self.isDown() else "hover" if self.underMouse() else "card"))
        radius = theme.px("radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        direction, side, pad = self.layoutDirection(), self._side(), theme.px("s4")
        box = QStyle.visualRect(direction, self.rect(), QRect(pad, (self.height() - side) // 2, side, side))
        draw_picture(painter, self, box, self._pictogram)
        title, note = self._heights(self.width())
        top = (self.height() - title - note - 2) // 2
        flags = leading(direction)
        left, width = self._left(), self._room(self.width())
        spot = QStyle.visualRect(direction, self.rect(), QRect(left, top, width, title))
        painter.setFont(theme.font("button"))
        painter.setPen(theme.colour("ink"))
        draw(painter, spot, flags, self.text())
        spot = QStyle.visualRect(direction, self.rect(), QRect(left, top + title + 2, width, note))
        painter.setFont(theme.font("trainer"))
        painter.setPen(theme.colour("soft"))
        draw(painter, spot, flags, self._note)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._note)
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return self.theme().grown(52)

    def _left(self) -> int:
        return self.theme().px("s4") + self._side() + self.theme().px("s3") + 4

    def _room(self, width: int) -> int:
        return max(1, width - self._left() - self.theme().px("s3"))

    def _heights(self, width: int) -> tuple[int, int]:
        theme, room = self.theme(), self._room(width)
        title = height(theme.font("button"), room, self.text())
        return title, height(theme.font("trainer"), room, self._note)


@dataclass(frozen=True)
class Piece:
    """A stretch of an answer; a marked one is where the letters differ."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Feedback:
    """What is said after an answer: what happened, letter by letter where it helps, and what to try."""

    kind: Kind
    title: str
    pieces: Sequence[Piece] = ()
    hint: str = ""


class Difference(Themed, QLabel):
    """An answer in large letters with the places marked that differ, by ground, weight and underline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show this answer."""
        self._pieces = tuple(pieces)
        self.setText("".join(piece.text for piece in pieces))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height()) + 8

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme().font("answer", bold=True))
        width = metrics.horizontalAdvance(self.text()) + 24 + len(self.text())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(160), QFontMetrics(self.theme().font("answer")).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._laid_out(self.width())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Slovenian stays left-to-right but stands where the window's lines begin.
            widest = max(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount()))
            painter.translate(max(0.0, self.width() - widest - 6), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("amber_mark"))
        place = 0
        for piece in self._pieces:
            if piece.marked:
                for box in _boxes_of(layout, place, place + len(piece.text)):
                    painter.drawRoundedRect(box.adjusted(-2, 1, 2, 1), 6, 6)
            place += len(piece.text)
        painter.setPen(theme.colour("ink"))
        layout.draw(painter, QPointF(2, 2))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        font = self.theme().font("answer")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.theme().grown(1))
        layout = QTextLayout(self.text(), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 8))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        place = 0
        for piece in self._pieces:
            if piece.marked:
                span = QTextLayout.FormatRange()
                bold = QTextCharFormat()
                bold.setFontWeight(QFont.Weight.Bold)
                span.start, span.length, span.format = place, len(piece.text), bold  # pyright: ignore[reportAttributeAccessIssue]
                formats.append(span)
            place += len(piece.text)
        return formats


def _boxes_of(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """The boxes around a stretch of text, one for each line it is on."""
    boxes: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = x_of(line, first), x_of(line, last)
            boxes.append(QRectF(left + 2, line.y() + 2, right - left, line.height() - 2))
    return boxes


class FeedbackCard(Themed, QFrame):
    """What is said after an answer: its kind by icon, word and ground, never by red; it announces itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = _Badge()
        self._title = Label("", "lead")
        self._answer = Difference()
        self._hint = Label("", "soft")
        self._words = QVBoxLayout()
        for widget in (self._title, self._answer, self._hint):
            self._words.addWidget(widget)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.themed()
        self.hide()

    def show_feedback(self, feedback: Feedback) -> None:
        """Show it and read it out."""
        set_role(self, _KINDS[feedback.kind][0])
        self._badge.set_kind(feedback.kind)
        self._title.setText(feedback.title)
        self._answer.set_pieces(feedback.pieces)
        self._answer.setVisible(bool(feedback.pieces))
        self._hint.setText(feedback.hint)
        self._hint.setVisible(bool(feedback.hint))
        spoken = [feedback.title, "".join(piece.text for piece in feedback.pieces), feedback.hint]
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def clear(self) -> None:
        """Take it away."""
        self.hide()

    def put_end(self, widget: QWidget) -> None:
        """Put something beside the words, where their lines end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4")
        self._row.setContentsMargins(side, side - 4, side, side - 4)
        self._row.setSpacing(theme.px("s3"))
        self._words.setSpacing(theme.px("s1") + 2)


class _Badge(Themed, QWidget):
    """The round sign at a feedback's start."""

    def __init__(self) -> None:
        super().__init__()
        self._kind: Kind = "right"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: Kind) -> None:
        """Change the sign."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme().grown(36)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        _, icon, disc, ink = _KINDS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(disc))
        painter.drawEllipse(self.rect())
        inset = round(self.width() * 0.2)
        draw_picture(painter, self, self.rect().adjusted(inset, inset, -inset, -inset), icon, ink)
        painter.end()
