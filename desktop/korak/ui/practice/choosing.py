# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields to choose in: a list that opens, round marks, a square to tick."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from korak.practice.actions import Choose, Tick
from korak.practice.view import BlockView
from korak.ui.practice.field import FieldBox
from korak.ui.practice.portal_words import CHOOSE
from korak.ui.widgets.labels import Label


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
        self._choices: list[Choice] = []
        self._room = QWidget()
        self._column = QVBoxLayout(self._room)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for index, option in enumerate(view.options):
            choice = Choice(QRadioButton(), option)
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
        self._group.setExclusive(True)
        self._group.blockSignals(False)

    def control(self) -> QWidget:
        chosen = self._group.checkedButton()
        return chosen or (self._choices[0].mark if self._choices else self._room)

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Each line is named by its own words; the field's name and fault are said beside them."""
        del fault
        for choice in self._choices:
            choice.mark.setAccessibleDescription(" ".join(part for part in (name, more) if part))

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
        self._choice = Choice(QCheckBox(), view.text)
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


class Choice(QWidget):
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
