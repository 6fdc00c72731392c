# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the mail, the files, the printer and the papers on the table as views."""

from korak.practice.on_files import BIN, NAME
from korak.practice.on_mail import FIELDS, FOLDERS
from korak.practice.papers import file_paper, paper_view
from korak.practice.scene import Scene
from korak.practice.state import File, Mail, State
from korak.practice.validity import size_of
from korak.practice.view import (
    DeviceView,
    FilesView,
    FileView,
    LinkView,
    MailOpenView,
    MailRowView,
    MailView,
    PaperView,
    PrinterView,
    TableView,
    WritingView,
)


def mail_view(scene: Scene, state: State) -> MailView:
    """What the mail program shows: the newest mail first."""
    box = state.mail
    rows = tuple(
        MailRowView(
            f"mail/message/{mail.id}",
            mail.to or mail.sender,
            mail.subject,
            scene.clock(mail.at),
            mail.seen,
            bool(mail.attachments),
        )
        for mail in sorted(box.mails, key=_when, reverse=True)
        if mail.folder == box.folder
    )
    folders = tuple(
        LinkView(f"mail/folder/{name}", name, name == box.folder, str(_unread(state, name)))
        for name in FOLDERS
    )
    opened = box.mail(box.open)
    return MailView(
        scene.own_address,
        box.folder,
        folders,
        rows,
        _open(scene, opened) if opened else None,
        _writing(state) if box.writing else None,
        _attachment(scene, state, opened) if opened else None,
    )


def files_view(scene: Scene, state: State) -> FilesView:
    """What Files shows: the folder one is in."""
    files = state.files
    folders = () if files.folder else (*files.folders, BIN)
    opened = files.at(files.open)
    every = tuple(_file(scene, state, file) for file in files.items if file.folder != BIN)
    return FilesView(
        files.folder,
        tuple(LinkView(f"files/folder/{name}", name) for name in folders),
        files.folders,
        tuple(_file(scene, state, file) for file in files.items if file.folder == files.folder),
        state.fields.get(NAME, ""),
        state.faults.get(NAME),
        file_paper(scene, state, opened) if opened else None,
        files.open,
        every,
    )


def printer_view(state: State) -> PrinterView:
    """What lies in the printer."""
    return PrinterView(tuple(sheet.title for sheet in state.tray))


def table_view(scene: Scene, state: State) -> TableView:
    """What lies on the table."""
    papers = tuple(
        LinkView(f"paper/{name}", scene.text(scene.pack.documents[name].title)) for name in state.papers
    )
    return TableView(papers, paper_view(scene, state.paper) if state.paper else None)


def devices_view(scene: Scene, state: State) -> tuple[DeviceView, ...]:
    """The devices on the desk, with how much is new on each."""
    new = {
        "phone": state.phone.unseen + (state.phone.call is not None) + (state.phone.ask is not None),
        "mail": _unread(state, "inbox"),
        "files": len(state.browser.downloads),
        "printer": len(state.tray),
    }
    return tuple(
        DeviceView(device, new.get(device, 0), device == state.device) for device in scene.start.devices
    )


def _when(mail: Mail) -> int:
    return mail.at


def _unread(state: State, folder: str) -> int:
    return sum(mail.folder == folder and not mail.seen for mail in state.mail.mails)


def _open(scene: Scene, mail: Mail) -> MailOpenView:
    return MailOpenView(
        mail.id,
        mail.sender,
        mail.address if mail.sender_seen else "",
        mail.subject,
        mail.text,
        scene.clock(mail.at),
        tuple(
            LinkView(f"mail/link/{number}", text, detail=go)
            for number, (text, go) in enumerate(mail.links, 1)
        ),
        tuple(
            LinkView(f"mail/attachment/{number}", file.name, detail=f"{size_of(scene, file.document)} kB")
            for number, file in enumerate(mail.attachments, 1)
        ),
        own=bool(mail.to),
        in_spam=mail.folder == "spam",
        in_bin=mail.folder == "bin",
    )


def _writing(state: State) -> WritingView:
    to, subject, text = (state.fields.get(name, "") for name in FIELDS)
    attached = tuple(
        LinkView(f"mail/unattach/{number}", path.rpartition("/")[2], detail=path)
        for number, path in enumerate(state.mail.attached, 1)
    )
    faults = {name: fault for name, fault in state.faults.items() if name in FIELDS}
    return WritingView(to, subject, text, attached, bool(state.mail.answers), faults)


def _attachment(scene: Scene, state: State, mail: Mail) -> PaperView | None:
    number = state.reading.removeprefix("mail/")
    if not number.isdecimal() or int(number) > len(mail.attachments):
        return None
    return file_paper(scene, state, mail.attachments[int(number) - 1])


def _file(scene: Scene, state: State, file: File) -> FileView:
    files = state.files
    return FileView(
        f"files/file/{file.name}",
        file.path,
        file.name,
        file.type,
        size_of(scene, file.document),
        file.path == files.selected,
    )
