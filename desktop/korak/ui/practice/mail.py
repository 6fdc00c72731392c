# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice mail: folders, a list, a mail with its true sender on demand, writing, attachments."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.content.fields import TextField
from korak.i18n import N_, _
from korak.practice import actions as act
from korak.practice.view import BlockView, FileView, LinkView, MailOpenView, MailView, WritingView
from korak.ui.practice.app import AppView, ItemRow, TabChip
from korak.ui.practice.chrome import FlatButton
from korak.ui.practice.paper import file_icon
from korak.ui.practice.portal import PortalButton, PortalLink
from korak.ui.practice.strips import Chip
from korak.ui.practice.typed import TypedBox
from korak.ui.practice.upload import FileChooser
from korak.ui.practice.windows import Veil
from korak.ui.widgets.labels import Label

FOLDERS: Final = {"inbox": N_("Inbox"), "spam": N_("Spam"), "sent": N_("Sent"), "bin": N_("Bin")}
_FIELDS: Final = (("to", 1), ("subject", 1), ("text", 7))


class MailApp(AppView):
    """The mail program; what is being written keeps its fields through every redraw."""

    def __init__(self) -> None:
        super().__init__("mail")
        self._view: MailView | None = None
        self._every: tuple[FileView, ...] = ()
        self._prints = False
        self._shows = 0
        self._fields: dict[str, TypedBox] = {}
        self.veil = Veil(self.area)
        self.chooser = FileChooser(self.veil)
        self.chooser.picked.connect(self._picked)
        self.chooser.closed.connect(self._close_chooser)

    def show_mail(self, view: MailView, every: tuple[FileView, ...], *, prints: bool = False) -> None:
        """Show the mail; ``every`` are files to attach, ``prints`` says that there is a printer."""
        self._shows = turn = self._shows + 1
        self.flush()  # what was typed is sent before anything moves
        if self._shows != turn:
            return  # sending it has drawn a newer state meanwhile
        self._every, self._prints = every, prints
        before, self._view = self._view, view
        if view == before:
            return
        if before is not None and self._only_typed(before, view):
            return
        self._draw(view)

    def flush(self) -> None:
        for box in self._fields.values():
            box.flush()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        if self._view is not None:
            self.flush()
            self._draw(self._view)

    def themed(self) -> None:
        super().themed()
        if self._view is not None:
            self._draw(self._view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.veil.place()

    # internal

    def _only_typed(self, before: MailView, view: MailView) -> bool:
        """Follow the fields in place while the same mail is being written."""
        old, new = before.writing, view.writing
        if (
            old is None
            or new is None
            or not self._fields
            or view.paper is not None
            or before.paper is not None
        ):
            return False
        if (old.attached, old.answers, before.folders) != (new.attached, new.answers, view.folders):
            return False
        self._follow(new)
        return True

    def _follow(self, writing: WritingView) -> None:
        values = {"to": writing.to, "subject": writing.subject, "text": writing.text}
        for name, lines in _FIELDS:
            self._fields[name].show_view(_field(name, lines, values[name], writing))

    def _draw(self, view: MailView) -> None:
        kept = self._fields if view.writing is not None and view.paper is None else {}
        for name, box in self._fields.items():
            if name in kept:
                box.setParent(self)
                box.hide()
            else:
                box.retire()
        focused_field = next((name for name, box in kept.items() if box.control().hasFocus()), "")
        self._fields = dict(kept)
        focused = self.begin()
        self.bar.name(_("Mail"), view.address)
        for folder in view.folders:
            self.bar.flow.addWidget(self._tab(folder))
        if view.paper is not None:
            self._draw_paper(view)
        elif view.writing is not None:
            self._draw_writing(view.writing)
        elif view.open is not None:
            self._draw_open(view.open)
        else:
            self._draw_list(view)
        self.end(focused)
        if focused_field:
            self._fields[focused_field].control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab(self, folder: LinkView) -> TabChip:
        name = _(FOLDERS.get(folder.text, folder.text))
        count = f" ({folder.detail})" if folder.detail not in {"", "0"} else ""
        chip = TabChip(f"{name}{count}", here=folder.current)
        self.add_press(chip, folder.target)
        return chip

    def _draw_list(self, view: MailView) -> None:
        self.add_row(self.button(_("New message"), "mail/new", "pencil", main=True))
        if not view.rows:
            self.add_nothing("inbox", _("There is no mail here."))
        for row in view.rows:
            icon = "mail-open" if row.seen else "mail"
            end = f"📎 {row.clock}" if row.attached else row.clock
            line = ItemRow(icon, row.who, row.subject, end.replace("📎 ", ""), strong=not row.seen)
            state = "" if row.seen else _("not read yet")
            has = _("with an attachment") if row.attached else ""
            parts = (row.who, row.subject, row.clock, state, has)
            line.setAccessibleName(", ".join(part for part in parts if part))
            self.add_press(line, row.target)
            self.lines.addWidget(line)

    def _draw_open(self, mail: MailOpenView) -> None:
        self.add_row(*self._ways(mail))
        self.lines.addWidget(Label(mail.subject, "portal-section"))
        who = _("To: {name}") if mail.own else _("From: {name}")
        top = QWidget()
        across = QHBoxLayout(top)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(Label(who.format(name=mail.who), "portal-strong"), 1)
        across.addWidget(Label(mail.clock, "portal-help"))
        self.lines.addWidget(top)
        if mail.address:
            address = Label(_("Address: {address}").format(address=mail.address), "portal-code")
            self.lines.addWidget(address)
        elif not mail.own:
            self.add_row(self.button(_("Show the sender's address"), "mail/sender", "info"))
        self.lines.addWidget(Label(mail.text, "portal-text"))
        for link in mail.links:
            self._add_link(link)
        for place, attachment in enumerate(mail.attachments, 1):
            self._add_attachment(place, attachment)

    def _ways(self, mail: MailOpenView) -> list[QWidget]:
        ways: list[QWidget] = [self.button(_("Back to the list"), "mail/close", "arrow-left")]
        if not mail.own:
            ways.append(self.button(_("Reply"), "mail/reply", "send", main=True))
            spam = ("mail/not-spam", _("Not spam")) if mail.in_spam else ("mail/spam", _("This is spam"))
            ways.append(self.button(spam[1], spam[0], "triangle-alert"))
        if self._prints:
            ways.append(self._printing())
        if not mail.in_bin:
            ways.append(self.button(_("Delete"), "mail/delete", "trash-2"))
        return ways

    def _printing(self) -> PortalButton:
        printing = PortalButton(self.plain(), _("Print"), main=False, icon="printer")
        self.add_press(printing, "mail/print", act.Print())
        return printing

    def _add_link(self, link: LinkView) -> None:
        made = PortalLink(self.plain(), link.text)
        made.setToolTip(link.detail)
        made.setAccessibleDescription(_("leads to {address}").format(address=link.detail))
        self.add_press(made, link.target)
        self.lines.addWidget(made)

    def _add_attachment(self, place: int, attachment: LinkView) -> None:
        chip = Chip(file_icon(attachment.text.rpartition(".")[2].casefold()), attachment.text)
        chip.setAccessibleName(
            _("Attachment: {name}, {detail}").format(name=attachment.text, detail=attachment.detail)
        )
        self.add_press(chip, attachment.target)
        detail = Label(attachment.detail, "portal-help")
        detail.setWordWrap(False)
        save = self.button(_("Save"), f"mail/save/{place}", "download")
        save.setAccessibleName(_("Save {name}").format(name=attachment.text))
        self.add_row(chip, detail, save)

    def _draw_paper(self, view: MailView) -> None:
        close = self.button(_("Close the attachment"), "mail/close", "x")
        self.add_row(close, *((self._printing(),) if self._prints else ()))
        if view.paper is not None:
            self.add_paper(view.paper)

    def _draw_writing(self, writing: WritingView) -> None:
        self.lines.addWidget(Label(_("Reply") if writing.answers else _("New message"), "portal-section"))
        values = {"to": writing.to, "subject": writing.subject, "text": writing.text}
        for name, lines in _FIELDS:
            box = self._fields.get(name)
            if box is None:
                box = self._fields[name] = TypedBox(_field(name, lines, values[name], writing))
                box.acted.connect(self.acted)
            box.show_view(_field(name, lines, values[name], writing))
            self.targets[f"mail/{name}"] = box.control()
            self.lines.addWidget(box)
            box.show()
        for attached in writing.attached:
            self.lines.addWidget(self._attached(attached))
        attach = PortalButton(self.plain(), _("Attach a file"), main=False, icon="paperclip")
        attach.clicked.connect(self._choose)
        self.targets["mail/attach"] = attach
        send = self.button(_("Send"), "mail/send", "send", main=True)
        self.add_row(attach, self.button(_("Discard"), "mail/discard", "trash-2"), send)

    def _attached(self, attached: LinkView) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        words = Label(f"{attached.text}  {attached.detail}".strip(), "portal-label")
        remove = FlatButton("x", narrow=True)
        remove.set_name(_("Remove {name}").format(name=attached.text))
        self.add_press(remove, attached.target)
        across.addWidget(words)
        across.addWidget(remove)
        across.addStretch(1)
        return row

    def _choose(self) -> None:
        self.flush()
        self.chooser.offer(_("Choose a file"), _("Close"), _("There are no files."), self._every)
        self.page.setEnabled(False)
        self.veil.hold(self.chooser, 620)
        self.chooser.focus_first()

    def _picked(self, path: str) -> None:
        self._close_chooser()
        self.acted.emit(act.Fill("mail/attach", path))

    def _close_chooser(self) -> None:
        self.veil.release(self.chooser)
        self.page.setEnabled(True)
        button = self.targets.get("mail/attach")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)


def _field(name: str, lines: int, value: str, writing: WritingView) -> BlockView:
    labels = {"to": _("To"), "subject": _("Subject"), "text": _("Message")}
    fault = writing.faults.get(f"mail/{name}") or writing.faults.get(name)
    block = TextField(id=name, label="", lines=lines)
    return BlockView(f"mail/{name}", block, labels[name], value=value, message=fault)
