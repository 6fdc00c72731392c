# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery code: shown once, printed or saved or copied, and confirmed by its last group."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _, format_date
from korak.ui.frame import Frame
from korak.ui.printing import print_pdf, save_pdf, text_pdf
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label


class RecoverySheet(QWidget):
    """A recovery code on the screen; `confirmed` says whether its last group was typed back."""

    confirmed = Signal(bool)
    finished = Signal()

    def __init__(self, frame: Frame, centre: str, code: str) -> None:
        super().__init__()
        self._frame = frame
        self._centre = centre
        self._code = code
        self._why = Label()
        self._groups = [Label(group, "code") for group in code.split("-")]
        self._print = Button(icon="printer")
        self._print.clicked.connect(self._print_code)
        self._save = Button(icon="save")
        self._save.clicked.connect(self._save_code)
        self._copy = Button(icon="copy")
        self._copy.clicked.connect(self._copy_code)
        self._status = Label(role="soft")
        self._typed = LineEdit()
        self._typed.setMaxLength(12)
        self.field = Field(self._typed)
        self._typed.textChanged.connect(self._check)
        self._typed.returnPressed.connect(self.finished)
        self._lay_out()
        self.setFocusProxy(self._print)
        self.retranslate()

    def is_confirmed(self) -> bool:
        """Whether the last group was typed back."""
        return self._typed.text().strip().upper() == self._code.rsplit("-", 1)[-1].upper()

    def pdf(self) -> bytes:
        """The sheet to print: what it is for, the code, where to keep it."""
        document = QTextDocument()
        document.setDefaultFont(self._frame.preferences.theme.font("body"))
        lines = (
            f"<h1>{escape(_('Recovery code'))}</h1>",
            f"<p>{escape(self._centre)} · {escape(format_date(self._frame.clock.now().date()))}</p>",
            f"<p>{escape(self._why.text())}</p>",
            f"<p style='font-size:28px; font-weight:bold'>{escape(self._code)}</p>",
            f"<p>{escape(_('Keep this sheet locked away, not beside the computer.'))}</p>",
        )
        document.setHtml("".join(lines))
        return text_pdf(document, _("Recovery code"))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._why.setText(
            _("If the passphrase is forgotten, only this code opens the data. It is shown only now.")
        )
        self._print.setText(_("Print"))
        self._save.setText(_("Save PDF"))
        self._copy.setText(_("Copy"))
        self.field.set_label(_("Type the last group of the code"))
        self.field.set_hint(_("So we both know that you have it on paper."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _check(self) -> None:
        right = self.is_confirmed()
        self.field.set_message(_("This is right.") if right else "")
        self.confirmed.emit(right)

    def _print_code(self) -> None:
        if print_pdf(self.pdf(), self):
            self._say(_("The sheet is on its way to the printer."))

    def _save_code(self) -> None:
        path = save_pdf(self.pdf(), "korak-recovery-code.pdf", self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self._say(_("Copied. Paste it into a safe place."))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card("amber")
        code = QWidget()
        flow = FlowLayout(12)
        code.setLayout(flow)
        code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for group in self._groups:
            group.setWordWrap(False)
            flow.addWidget(group)
        card.body.addWidget(code)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self._print, self._save, self._copy):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._why)
        column.addWidget(card)
        column.addLayout(buttons)
        column.addWidget(self._status)
        column.addWidget(self.field)
