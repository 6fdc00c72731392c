# SPDX-License-Identifier: GPL-3.0-or-later
"""How a world begins: what is on the phone, in the mail, among the files and on the table."""

from korak.practice.addresses import place_at
from korak.practice.consequences import arrive, follow
from korak.practice.doing import Moved, attachment
from korak.practice.scene import Scene
from korak.practice.state import Browser, File, Files, Mail, MailBox, Phone, Place, Sms, State, Tab
from korak.practice.surfing import settle


def begin(scene: Scene) -> Moved:
    """The state a scene begins with, and what happens at once."""
    start = scene.start
    place = place_at(scene.pack, scene.text(start.browser)) if start.browser else Place()
    state = State(
        browser=Browser((Tab(place),), bookmarks=start.bookmarks),
        phone=Phone(locked=start.phone == "locked", messages=_messages(scene)),
        mail=MailBox(_mails(scene)),
        files=_files(scene),
        papers=start.papers,
        device="browser" if "browser" in start.devices or not start.devices else start.devices[0],
    )
    settled, happened = settle(scene, state)
    arrived, more = arrive(scene, settled, settled)
    return follow(scene, arrived, (arrived, happened + more))


def _messages(scene: Scene) -> tuple[Sms, ...]:
    return tuple(
        Sms(
            sender=scene.text(message.from_),
            text=scene.text(message.text),
            at=-message.minutes_ago,
            code=scene.text(message.code),
            spent=bool(message.code),
            link=scene.text(message.link),
        )
        for message in scene.start.messages
    )


def _mails(scene: Scene) -> tuple[Mail, ...]:
    return tuple(
        Mail(
            id=mail.id,
            sender=scene.text(mail.from_),
            address=scene.text(mail.address),
            subject=scene.text(mail.subject),
            text=scene.text(mail.text),
            at=-mail.minutes_ago,
            folder=mail.folder,
            links=tuple((scene.text(one.text), go) for one in mail.links if (go := scene.text(one.go))),
            attachments=tuple(attachment(scene, name) for name in mail.attachments),
            seen=mail.seen,
        )
        for mail in scene.start.mails
    )


def _files(scene: Scene) -> Files:
    """The files of the person and of the task; every folder they are in, and the empty ones."""
    placed = (*scene.person.files, *scene.start.files)
    items = tuple({one.at: File(scene.text(one.at), scene.text(one.document)) for one in placed}.values())
    usual = ("Dokumenti", "Prenosi", "Slike")
    folders = (*usual, *(item.folder for item in items), *scene.start.folders)
    return Files(items, tuple(dict.fromkeys(folder for folder in folders if folder)))
