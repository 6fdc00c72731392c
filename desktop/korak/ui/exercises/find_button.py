# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the button on the screen: a portal's page as it is seen, on which one presses a place."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.exercises.find_button import FindButton
from korak.content.pack import Pack
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.practice.actions import Action, Press
from korak.practice.world import World
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.practice.browser import BrowserView
from korak.ui.theme.theme import Themed
from korak.ui.widgets.cards import Feedback


class FindButtonView(ExerciseView):
    """Where does one press to …? The page does nothing but take the press."""

    def __init__(self, exercise: FindButton, pack: Pack, frame: Frame) -> None:
        super().__init__(frame, pack.id, exercise.ask, "")
        self.why = exercise.why
        self._exercise = exercise
        self._chosen = ""
        self._right = ""
        self._page = World.at_page(pack, exercise.page).page()
        self._browser = BrowserView()
        self._browser.show_page(self._page)
        self._browser.acted.connect(self._acted)
        self._rings = _Rings(self._browser)
        self._browser.installEventFilter(self)
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.timeout.connect(self._mark)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        board = QWidget()
        board.setLayout(column)
        column.addWidget(self._browser)
        self.put_answer(board)

    # what a kind of exercise says

    def answer(self) -> str | None:
        """The target of the place that was pressed."""
        return self._chosen or None

    def feedback(self, verdict: Verdict) -> Feedback:
        """What was pressed, and where to look."""
        if verdict.accepted:
            return Feedback("right", _("You found the right place."), hint=self._exercise.why)
        if not self.settled:
            pressed = self._name(self._chosen)
            said = _("This is “{name}”. Look once more.").format(name=pressed) if pressed else ""
            return Feedback("wrong", _("No matter. Try once more."), hint=said)
        name = self._name(verdict.expected)
        title = _("The right place is “{name}”.").format(name=name) if name else _("It is here.")
        return Feedback("wrong", title, hint=self._exercise.why)

    def mark_answer(self, verdict: Verdict) -> None:
        """Draw a ring around the right place once settled."""
        self._right = verdict.expected if self.settled and not verdict.accepted else ""
        if verdict.accepted:
            self._right, self._chosen = self._chosen, ""
        self._marking.start(0)

    def clear_answer(self) -> None:
        """Nothing is pressed."""
        self._chosen = ""
        self._marking.start(0)

    def focus_answer(self) -> None:
        """Put the focus on the page."""
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self._browser.retranslate()

    # Qt

    def themed(self) -> None:
        super().themed()
        self._browser.setFixedHeight(self.theme().grown(420))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The rings lie over the page, whatever size it has."""
        if event.type() == QEvent.Type.Resize:
            self._rings.resize(self._browser.size())
            self._marking.start(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._marking.start(0)

    # internal

    def _acted(self, action: Action) -> None:
        if self.settled:
            return
        if isinstance(action, Press):
            self._chosen = action.target
            self.answer_changed()
            self.submit()

    def _mark(self) -> None:
        self._rings.show_rings(self._browser.spot(self._right), self._browser.spot(self._chosen))

    def _name(self, target: str) -> str:
        """What stands on the place."""
        links = {link.target: link.text for link in self._page.menu}
        if self._page.sign_out is not None:
            links[self._page.sign_out.target] = self._page.sign_out.text
        blocks = {block.target: block.text for block in self._page.blocks}
        return links.get(target) or blocks.get(target, "")


class _Rings(Themed, QWidget):
    """Rings over the page: where one pressed, and where the right place is."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._right: QWidget | None = None
        self._pressed: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_rings(self, right: QWidget | None, pressed: QWidget | None) -> None:
        """Draw a ring around these places."""
        self._right, self._pressed = right, pressed
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pressed is not None:
            self._ring(painter, self._pressed, self.theme().colour("amber_line"), Qt.PenStyle.DashLine)
        if self._right is not None:
            self._ring(painter, self._right, self.theme().colour("pine"), Qt.PenStyle.SolidLine)

    def _ring(self, painter: QPainter, place: QWidget, colour: QColor, line: Qt.PenStyle) -> None:
        painter.setPen(QPen(colour, 4, line))
        box = place.rect().translated(place.mapTo(self._over, place.rect().topLeft()))
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 8, 8)
