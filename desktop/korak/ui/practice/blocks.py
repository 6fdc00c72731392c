# SPDX-License-Identifier: GPL-3.0-or-later
"""The blocks of a portal's page as widgets: each is made once and then follows its block in place.

A field never loses a letter or its cursor when the page is drawn again: what stands in it is only replaced
when the world says something else than what was typed and sent last. Typing is sent as one action when the
learner pauses, leaves the field, presses Enter, or does anything else.
"""

from typing import Final, assert_never

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from korak.content import portal
from korak.i18n import _
from korak.practice.actions import Choose, Fill, Press, Tick
from korak.practice.events import FieldFault
from korak.practice.view import BlockView, RowView
from korak.ui.practice.portal import PortalButton, PortalLink, PortalLook
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed, set_property
from korak.ui.widgets.fields import LineEdit, Passphrase, TextArea
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

PAUSE = 350
"""Milliseconds without a key after which what was typed is sent."""

PORTALS_OWN_WORDS: Final = {
    "required": "To polje je obvezno.",
    "too_short": "Besedilo je prekratko. Najmanj znakov: {expected}.",
    "too_long": "Besedilo je predolgo. Največ znakov: {expected}.",
    "not_digits": "Vpišite samo števke.",
    "wrong_length": "Število števk mora biti {expected}.",
    "code_wrong": "Koda ni pravilna.",
    "code_expired": "Koda je potekla. Zahtevajte novo kodo.",
    "code_old": "Koda ni pravilna. Vpišite kodo iz zadnjega sporočila.",
}
"""What a portal says where its author wrote nothing. It is Slovenian in every language, as portals are."""

CHOOSE = "Izberite"
"""What stands in a list nothing is chosen from yet; portals' own word."""

_TONES: Final = {
    # tone: (ground, edge and icon in light; the same in dark; icon)
    "info": ("#E8F0F8", "#2B62A0", "#1B2A38", "#8DBDF0", "info"),
    "warning": ("#F3EDF9", "#6A3FA0", "#2B2338", "#C9AEF2", "triangle-alert"),
    "done": ("#E9F5E1", "#3E7412", "#22301A", "#A5D77E", "circle-check"),
}


class BlockBox(QWidget):
    """One block on the page; it is told its view again after every action."""

    acted = Signal(object)
    entered = Signal()

    def show_view(self, view: BlockView) -> None:
        """Follow the block."""

    def control(self) -> QWidget:
        """What has the focus."""
        return self

    def spot(self, index: int = 0) -> QWidget:
        """What to point at; of several lines the one meant."""
        del index
        return self.control()

    def flush(self) -> None:
        """Send what was typed and not sent yet."""

    def wear(self, look: PortalLook) -> None:
        """Wear the portal's colours."""

    def retranslate(self) -> None:
        """Say anew, at the next view, what is in the program's language."""

    def retire(self) -> None:
        """Say nothing more: the page is gone."""


def block_box(view: BlockView, look: PortalLook) -> BlockBox:  # noqa: C901 - one case a kind
    """A widget for a block; the type checker names a kind that has none."""
    match view.block:
        case portal.Heading():
            box: BlockBox = WordsBox("portal-heading")
        case portal.Text():
            box = WordsBox("portal-text")
        case portal.Notice(tone=tone):
            box = NoticeBox(tone)
        case portal.List():
            box = ListBox()
        case portal.Link():
            box = LinkBox(view.target, look)
        case portal.Button(main=main):
            box = ButtonBox(view.target, look, main=main)
        case portal.TextField() | portal.Password() | portal.SmsCode():
            box = TypedBox(view)
        case portal.Select():
            box = SelectBox(view)
        case portal.Radio():
            box = RadioBox(view)
        case portal.Checkbox():
            box = TickBox(view)
        case portal.Messages():
            box = RowsBox()
        case _:
            assert_never(view.block)
    box.show_view(view)
    return box


# ------------------------------------------------------------------------------------------ to be read


class WordsBox(BlockBox):
    """A heading or a paragraph."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._label = Label("", role)
        _fill(self).addWidget(self._label)

    def show_view(self, view: BlockView) -> None:
        if view.text != self._label.text():
            self._label.setText(view.text)


class NoticeBox(Themed, BlockBox):
    """A paragraph in a frame, with an icon for its tone."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self._label = Label("", "portal-text")
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._label, 1)
        self.themed()

    def show_view(self, view: BlockView) -> None:
        self.set_text(view.text)

    def set_text(self, text: str) -> None:
        """Show a text."""
        self._label.setText(text)

    def themed(self) -> None:
        theme = self.theme()
        around = theme.px("s3")
        self._line.setContentsMargins(around * 2 + theme.px("icon"), around, around, around)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        light_ground, light_edge, dark_ground, dark_edge, icon = _TONES[self._tone]
        ground = QColor(dark_ground if theme.dark else light_ground)
        edge = QColor(dark_edge if theme.dark else light_edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge)
        painter.setBrush(ground)
        radius = theme.px("portal_radius")
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        side = theme.px("icon")
        pixmap = icons.icon_pixmap(icon, edge, side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(theme.px("s3"), theme.px("s3") + 2, pixmap)


class ListBox(BlockBox):
    """A list of short lines with dots."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[str, ...] = ()
        self._lines = _fill(self, 6)

    def show_view(self, view: BlockView) -> None:
        if view.items == self._items:
            return
        self._items = view.items
        _empty(self._lines)
        for item in view.items:
            line = QWidget()
            across = QHBoxLayout(line)
            across.setContentsMargins(8, 0, 0, 0)
            dot = Label("•", "portal-text")
            dot.setWordWrap(False)
            across.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            across.addWidget(Label(item, "portal-text"), 1)
            self._lines.addWidget(line)


class RowsBox(BlockBox):
    """What the portal keeps: records, newest first, or a word that there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, tuple[RowView, ...]] | None = None
        self._lines = _fill(self, 8)

    def show_view(self, view: BlockView) -> None:
        if self._shown == (view.text, view.rows):
            return
        self._shown = (view.text, view.rows)
        _empty(self._lines)
        if not view.rows and view.text:
            self._lines.addWidget(Label(view.text, "portal-text"))
        for row in view.rows:
            self._lines.addWidget(self._row(row))

    def _row(self, row: RowView) -> QWidget:
        card = QFrame()
        card.setProperty("role", "portal-row")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(16, 10, 16, 10)
        lines.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(Label(row.title, "portal-strong"), 1)
        clock = Label(row.clock, "portal-help")
        clock.setWordWrap(False)
        top.addWidget(clock)
        lines.addLayout(top)
        for text in row.lines:
            lines.addWidget(Label(text, "portal-text"))
        return card


# --------------------------------------------------------------------------------------- to be pressed


class LinkBox(BlockBox):
    """A link."""

    def __init__(self, target: str, look: PortalLook) -> None:
        super().__init__()
        self._target = target
        self._link = PortalLink(look)
        self._link.clicked.connect(self._pressed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._link)
        across.addStretch(1)

    def show_view(self, view: BlockView) -> None:
        self._link.set_text(view.text)

    def control(self) -> QWidget:
        return self._link

    def wear(self, look: PortalLook) -> None:
        self._link.set_look(look)

    def _pressed(self) -> None:
        self.acted.emit(Press(self._target))


class ButtonBox(BlockBox):
    """A button."""

    def __init__(self, target: str, look: PortalLook, *, main: bool) -> None:
        super().__init__()
        self.main = main
        self._target = target
        self._button = PortalButton(look, main=main)
        self._button.clicked.connect(self.press)
        _fill(self).addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)

    def show_view(self, view: BlockView) -> None:
        self._button.set_text(view.text)

    def control(self) -> QWidget:
        return self._button

    def wear(self, look: PortalLook) -> None:
        self._button.set_look(look)

    def press(self) -> None:
        """Press it, by mouse or because Enter was pressed in a field."""
        self.acted.emit(Press(self._target))


# ---------------------------------------------------------------------------------------- to be filled


class FieldBox(BlockBox):
    """A field with its label above, its help and the portal's message below."""

    def __init__(self, view: BlockView) -> None:
        super().__init__()
        self.field = view.target
        self._required = False
        self._shown: tuple[str, str, FieldFault | None] = ("", "", None)
        self.label = Label("", "portal-label")
        self._help = Label("", "portal-help")
        self._help.setVisible(False)
        self._message = _Message()
        self.lines = _fill(self, 5)
        self.lines.addWidget(self.label)

    def add_editor(self, editor: QWidget) -> None:
        """Put the editor between the label and what is said below it."""
        self.lines.addWidget(editor)
        self.lines.addWidget(self._help)
        self.lines.addWidget(self._message)

    def show_view(self, view: BlockView) -> None:
        wanted = (view.text, view.help, view.message)
        if wanted == self._shown and view.required == self._required:
            return
        self._shown, self._required = wanted, view.required
        self.label.setText(f"{view.text} *" if view.required else view.text)
        self._help.setText(view.help)
        self._help.setVisible(bool(view.help))
        said = portals_words(view.message)
        self._message.say(said)
        control = self.control()
        set_property(control, "state", "attention" if said else "")
        control.setAccessibleName(f"{view.text}, {_('required')}" if view.required else view.text)
        control.setAccessibleDescription(" ".join(part for part in (said, view.help) if part))

    def retranslate(self) -> None:
        self._shown = ("", "", None)


class TypedBox(FieldBox):
    """A field to type in: a line, several lines, a password or a code."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self._sent = ""
        self._lines = view.block.lines if isinstance(view.block, portal.TextField) else 1
        self._editor = self._new_editor(view)
        self._editor.setProperty("world", True)
        self._editor.setProperty("ringRadius", 6)
        self._editor.installEventFilter(self)
        self.label.setBuddy(self._editor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        self._editor.textChanged.connect(self._typed)
        if isinstance(self._editor, LineEdit):
            self._editor.returnPressed.connect(self._enter)
        self.add_editor(self._editor)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        if isinstance(self._editor, Passphrase):
            self._editor.set_names(_("Show the password"), _("Hide the password"))
        if self._pause.isActive():
            return
        self._sent = view.value
        if view.value != self.text():
            self._put(view.value)

    def control(self) -> QWidget:
        return self._editor

    def text(self) -> str:
        """What stands in the field."""
        return self._editor.toPlainText() if isinstance(self._editor, TextArea) else self._editor.text()

    def flush(self) -> None:
        self._pause.stop()
        text = self.text()
        if text != self._sent:
            self._sent = text
            self.acted.emit(Fill(self.field, text))

    def retire(self) -> None:
        self._pause.stop()
        self._sent = self.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _new_editor(self, view: BlockView) -> LineEdit | TextArea:
        if isinstance(view.block, portal.Password):
            return Passphrase()
        if self._lines > 1:
            return _Area(self._lines)
        line = LineEdit()
        if isinstance(view.block, portal.SmsCode):
            line.setProperty("code", True)
            line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        return line

    def _put(self, text: str) -> None:
        self._editor.blockSignals(True)
        if isinstance(self._editor, TextArea):
            place = self._editor.textCursor().position()
            self._editor.setPlainText(text)
            cursor = self._editor.textCursor()
            cursor.setPosition(min(place, len(text)))
            self._editor.setTextCursor(cursor)
        else:
            place = self._editor.cursorPosition()
            self._editor.setText(text)
            self._editor.setCursorPosition(min(place, len(text)) if self._editor.hasFocus() else len(text))
        self._editor.blockSignals(False)

    def _typed(self) -> None:
        self._pause.start()

    def _enter(self) -> None:
        self.flush()
        self.entered.emit()


class SelectBox(FieldBox):
    """A list that opens."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self._options: tuple[str, ...] = ()
        self._list = _List()
        self._list.setProperty("world", True)
        self._list.setProperty("ringRadius", 6)
        self._list.setPlaceholderText(CHOOSE)
        self._list.activated.connect(self._chosen)
        self.label.setBuddy(self._list)
        self.add_editor(self._list)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        if view.options != self._options:
            self._options = view.options
            self._list.clear()
            self._list.addItems(list(view.options))
        if self._list.currentIndex() != view.selected:
            self._list.setCurrentIndex(view.selected)

    def control(self) -> QWidget:
        return self._list

    def _chosen(self, index: int) -> None:
        self.acted.emit(Choose(self.field, index))


class RadioBox(FieldBox):
    """Lines with round marks."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self._group = QButtonGroup(self)
        self._choices: list[_Choice] = []
        self._room = QWidget()
        self._column = QVBoxLayout(self._room)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for index, option in enumerate(view.options):
            choice = _Choice(QRadioButton(), option)
            choice.mark.setAccessibleName(option)
            self._group.addButton(choice.mark, index)
            self._column.addWidget(choice)
            self._choices.append(choice)
        self._group.idToggled.connect(self._toggled)
        self.add_editor(self._room)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for index, choice in enumerate(self._choices):
            choice.mark.setChecked(index == view.selected)
            choice.mark.setAccessibleDescription(view.text)
        self._group.setExclusive(True)
        self._group.blockSignals(False)

    def control(self) -> QWidget:
        chosen = self._group.checkedButton()
        return chosen or (self._choices[0].mark if self._choices else self._room)

    def spot(self, index: int = 0) -> QWidget:
        return self._choices[index] if 0 <= index < len(self._choices) else self._room

    def _toggled(self, index: int, on: bool) -> None:
        if on:
            self.acted.emit(Choose(self.field, index))


class TickBox(FieldBox):
    """A square to tick, its words beside it."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self.label.setVisible(False)
        self._choice = _Choice(QCheckBox(), view.text)
        self._choice.mark.toggled.connect(self._toggled)
        self.add_editor(self._choice)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        self._choice.set_text(f"{view.text} *" if view.required else view.text)
        mark = self._choice.mark
        if mark.isChecked() != view.checked:
            mark.blockSignals(True)
            mark.setChecked(view.checked)
            mark.blockSignals(False)

    def control(self) -> QWidget:
        return self._choice.mark

    def spot(self, index: int = 0) -> QWidget:
        del index
        return self._choice

    def _toggled(self, on: bool) -> None:
        self.acted.emit(Tick(self.field, on))


def portals_words(fault: FieldFault | None) -> str:
    """What the portal says about a fault: its author's sentence, else the usual one."""
    if fault is None:
        return ""
    return fault.text or PORTALS_OWN_WORDS[fault.code].format(expected=fault.expected)


# ---------------------------------------------------------------------------------------------- internal


class _Message(Themed, QWidget):
    """What the portal finds wrong, with an icon, below its field."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("", 20)
        self._icon.set_icon("circle-alert", "clay")
        self._label = Label("", "portal-fault")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._label, 1)
        self.setVisible(False)

    def say(self, text: str) -> None:
        """Show the message, or nothing."""
        self._label.setText(text)
        self.setVisible(bool(text))


class _Area(TextArea):
    """Several lines to type in, as high as the author wants."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())


class _List(QComboBox):
    """A list that opens; turning the wheel over it scrolls the page and chooses nothing by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt does it, but in the widget's own direction: a painter follows the program's."""
        painter = QStylePainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()  # pyright: ignore[reportAttributeAccessIssue]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class _Choice(QWidget):
    """A mark and its words, which wrap; pressing the words presses the mark."""

    def __init__(self, mark: QAbstractButton, text: str) -> None:
        super().__init__()
        self.mark = mark
        mark.setProperty("world", True)
        mark.setProperty("ringRadius", 6)
        self._label = Label("", "portal-text")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(mark, 0)
        across.addWidget(self._label, 1)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self._label.text():
            self._label.setText(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.mark.setFocus(Qt.FocusReason.MouseFocusReason)
            self.mark.click()


def _fill(widget: QWidget, spacing: int = 0) -> QVBoxLayout:
    lines = QVBoxLayout(widget)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(spacing)
    return lines


def _empty(lines: QVBoxLayout) -> None:
    while (item := lines.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
