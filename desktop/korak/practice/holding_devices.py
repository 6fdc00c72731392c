# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether conditions about the phone, the mail, the files and the printer hold."""

from typing import assert_never

from korak.content.conditions import (
    Approved,
    Called,
    Copied,
    Declined,
    DeskCondition,
    FileThere,
    FolderThere,
    HungUp,
    InFolder,
    MailAttached,
    Mailed,
    MailedElsewhere,
    MailIn,
    MailSeen,
    Opened,
    PhoneCondition,
    Photographed,
    Printed,
    Replied,
    SenderSeen,
    SmsDeleted,
    SmsSeen,
    ToldCode,
    ToldData,
    TrayEmpty,
)
from korak.practice.scene import Scene
from korak.practice.state import File, Mail, Phone, State

PHONE = (ToldCode, ToldData, HungUp, Called, Approved, Declined, Photographed, SmsSeen, SmsDeleted)

CALLER = "caller"
"""Stands for whoever called, in conditions about calls."""


def phone_holds(condition: PhoneCondition, state: State) -> bool:  # noqa: C901, PLR0911 - one a condition
    """Whether a condition about the phone holds."""
    phone = state.phone
    match condition:
        case ToldCode():
            return _told(phone, "code", condition.told_code_to)
        case ToldData():
            return _told(phone, "data", condition.told_data_to)
        case HungUp():
            wanted = condition.hung_up
            return bool(phone.hung_up & phone.came) if wanted == CALLER else wanted in phone.hung_up
        case Called():
            return condition.called in phone.called
        case Approved():
            return any(ask.id == condition.approved and ask.answer == "approved" for ask in phone.asks)
        case Declined():
            return any(ask.id == condition.declined and ask.answer == "declined" for ask in phone.asks)
        case Photographed():
            return condition.photographed in phone.photos
        case SmsSeen():
            return any(one.seen and one.sender == condition.sms_seen for one in phone.messages)
        case SmsDeleted():
            return condition.sms_deleted in phone.deleted
        case _:
            assert_never(condition)


def desk_holds(condition: DeskCondition, state: State, scene: Scene) -> bool:
    """Whether a condition about mail, files or printer holds."""
    match condition:
        case MailSeen() | SenderSeen() | MailIn() | Replied():
            return _mail_holds(condition, state)
        case Mailed() | MailedElsewhere() | MailAttached():
            return _sent_holds(condition, state, scene)
        case Opened():
            return condition.opened in state.memory.opened
        case FileThere() | FolderThere() | InFolder() | Copied():
            return _files_hold(condition, state, scene)
        case Printed():
            return any(sheet.thing == condition.printed for sheet in state.memory.printed)
        case TrayEmpty():
            return (not state.tray) == condition.tray_empty
        case _:
            assert_never(condition)


def _mail_holds(condition: MailSeen | SenderSeen | MailIn | Replied, state: State) -> bool:
    match condition:
        case MailSeen():
            mail = state.mail.mail(condition.mail_seen)
            return mail is not None and mail.seen
        case SenderSeen():
            mail = state.mail.mail(condition.sender_seen)
            return mail is not None and mail.sender_seen
        case MailIn():
            mail = state.mail.mail(condition.mail)
            return mail is not None and mail.folder == condition.mail_in
        case Replied():
            mail = state.mail.mail(condition.replied)
            return mail is not None and mail.replied
        case _:
            assert_never(condition)


def _sent_holds(condition: Mailed | MailedElsewhere | MailAttached, state: State, scene: Scene) -> bool:
    match condition:
        case Mailed():
            return any(_is_sent(mail, condition, scene) for mail in state.mail.mails)
        case MailedElsewhere():
            wanted = scene.text(condition.mailed_elsewhere).casefold()
            return any(mail.to and mail.to.strip().casefold() != wanted for mail in state.mail.mails)
        case MailAttached():
            files = (state.files.at(path) for path in state.mail.attached)
            return any(file is not None and file.document == condition.mail_attached for file in files)
        case _:
            assert_never(condition)


def _files_hold(condition: FileThere | FolderThere | InFolder | Copied, state: State, scene: Scene) -> bool:
    match condition:
        case FileThere():
            return any(_is_file(file, condition, scene) for file in state.files.items)
        case FolderThere():
            return condition.folder in state.files.folders
        case InFolder():
            return state.files.folder == scene.text(condition.in_folder)
        case Copied():
            return sum(file.document == condition.copied for file in state.files.items) > 1
        case _:
            assert_never(condition)


def _told(phone: Phone, what: str, call: str) -> bool:
    return any(
        told.what == what and (told.call == call or (call == CALLER and not told.ours)) for told in phone.told
    )


def _is_sent(mail: Mail, condition: Mailed, scene: Scene) -> bool:
    if not mail.to or mail.to.strip().casefold() != scene.text(condition.mailed).casefold():
        return False
    for pieces, text in ((condition.subject, mail.subject), (condition.text, mail.text)):
        if pieces and not any(scene.text(piece).casefold() in text.casefold() for piece in pieces):
            return False
    attached = {file.document for file in mail.attachments}
    return attached.issuperset(condition.with_)


def _is_file(file: File, condition: FileThere, scene: Scene) -> bool:
    wanted = scene.text(condition.file)
    if condition.is_ and file.document != condition.is_:
        return False
    return wanted in (file.path, file.folder)
