# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does in the mail: folders, reading, the sender's true address, answering, writing, attaching."""

from msgspec.structs import replace

from korak.practice import events
from korak.practice.doing import DOWNLOADS, Doer, Moved, save
from korak.practice.events import FieldFault
from korak.practice.on_parts import read_document
from korak.practice.scene import Scene
from korak.practice.state import File, Mail, MailBox, State
from korak.practice.validity import is_email

FOLDERS = ("inbox", "spam", "sent", "bin")
FIELDS = ("mail/to", "mail/subject", "mail/text")


def fill_mail(state: State, field: str, text: str) -> Moved | events.Ignored:
    """Write into the mail that is being written, or attach a file."""
    if not state.mail.writing:
        return events.Ignored("not_here")
    if field == "mail/attach":
        return _attach(state, text.strip())
    if field not in FIELDS:
        return events.Ignored("not_here")
    return state.with_field(field, text if field == "mail/text" else " ".join(text.splitlines())), ()


def press_mail(scene: Scene, state: State, target: str) -> Moved | events.Ignored:
    """Press something in the mail."""
    head, _, rest = target.removeprefix("mail/").partition("/")
    if head == "folder" and rest in FOLDERS:
        return replace(state, mail=replace(state.mail, folder=rest, open="", writing=False)), ()
    if head == "message":
        return _open(state, rest)
    if head == "close":
        return replace(state, mail=replace(state.mail, open=""), reading=""), ()
    outcome = _writing(scene, state, head, rest) if state.mail.writing else None
    return outcome or _reading(scene, state, head, rest) or events.Ignored("not_here")


def _open(state: State, mail_id: str) -> Moved | events.Ignored:
    mail = state.mail.mail(mail_id)
    if mail is None:
        return events.Ignored("no_such_entry")
    box = replace(changed(state.mail, replace(mail, seen=True)), open=mail_id, folder=mail.folder)
    return replace(state, mail=replace(box, writing=False), reading=""), ()


def _reading(scene: Scene, state: State, head: str, rest: str) -> Moved | None:
    """What one does with the open mail; writing a new one needs none."""
    if head == "new":
        return _write(state, "", "", "")
    mail = state.mail.mail(state.mail.open)
    if mail is None:
        return None
    match head:
        case "sender":
            return replace(state, mail=changed(state.mail, replace(mail, sender_seen=True))), ()
        case "reply":
            subject = mail.subject if mail.subject.startswith("Re: ") else f"Re: {mail.subject}"
            return _write(state, mail.address if not mail.to else mail.to, subject, mail.id)
        case "delete" | "spam" | "not-spam":
            return _move(state, mail, {"delete": "bin", "spam": "spam"}.get(head, "inbox"))
        case _:
            return _parts(scene, state, mail, head, rest)


def _parts(scene: Scene, state: State, mail: Mail, head: str, rest: str) -> Moved | None:
    """The links and attachments of the open mail."""
    if not rest.isdecimal():
        return None
    number = int(rest) - 1
    if head == "link" and 0 <= number < len(mail.links):
        after, happened = Doer(scene, state.place).open(mail.links[number][1], state)
        return replace(after, device="browser"), happened
    if not 0 <= number < len(mail.attachments):
        return None
    file = mail.attachments[number]
    if head == "attachment":
        after = read_document(state, file.document) if file.document else state
        return replace(after, reading=f"mail/{rest}"), (events.DocumentOpened(file.document),)
    return save(state, replace(file, path=f"{DOWNLOADS}/{file.name}")) if head == "save" else None


def _writing(scene: Scene, state: State, head: str, rest: str) -> Moved | None:
    """What one does with the mail being written."""
    if head == "send":
        return _send(scene, state)
    if head == "discard":
        fields = {name: text for name, text in state.fields.items() if name not in FIELDS}
        box = replace(state.mail, writing=False, attached=(), answers="")
        return replace(state, mail=box, fields=fields, faults={}), ()
    if head == "unattach" and rest.isdecimal() and 1 <= int(rest) <= len(state.mail.attached):
        attached = state.mail.attached
        rest_of = (*attached[: int(rest) - 1], *attached[int(rest) :])
        return replace(state, mail=replace(state.mail, attached=rest_of)), ()
    return None


def _write(state: State, to: str, subject: str, answers: str) -> Moved:
    """Begin to write; what was begun before and not sent is still there."""
    begun = any(state.fields.get(name) for name in FIELDS) and state.mail.answers == answers
    box = replace(state.mail, writing=True, answers=answers)
    if begun:
        return replace(state, mail=box, faults={}), ()
    fields = {name: text for name, text in state.fields.items() if name not in FIELDS}
    fields |= {name: text for name, text in (("mail/to", to), ("mail/subject", subject)) if text}
    return replace(state, mail=replace(box, attached=()), fields=fields, faults={}), ()


def _attach(state: State, path: str) -> Moved | events.Ignored:
    if state.files.at(path) is None:
        return events.Ignored("no_such_file")
    attached = tuple(dict.fromkeys((*state.mail.attached, path)))
    return replace(state, mail=replace(state.mail, attached=attached)), ()


def shown_attachment(state: State) -> File | None:
    """The attachment that is open to be read."""
    mail = state.mail.mail(state.mail.open)
    number = state.reading.removeprefix("mail/")
    if mail is None or not number.isdecimal() or not 1 <= int(number) <= len(mail.attachments):
        return None
    return mail.attachments[int(number) - 1]


def _send(scene: Scene, state: State) -> Moved:
    """Send it, if it says to whom; it is kept among the sent ones."""
    to = state.fields.get("mail/to", "").strip()
    fault = FieldFault("required") if not to else None if is_email(to) else FieldFault("not_email")
    if fault is not None:
        return replace(state, faults={"mail/to": fault}), (events.FieldFaulted("mail/to", fault),)
    box = state.mail
    files = tuple(file for file in map(state.files.at, box.attached) if file is not None)
    mail = Mail(
        id=f"sent-{sum(bool(one.to) for one in box.mails) + 1}",
        sender=scene.text("$ime"),
        address=scene.own_address,
        subject=state.fields.get("mail/subject", ""),
        text=state.fields.get("mail/text", ""),
        at=state.minutes,
        folder="sent",
        to=to,
        attachments=tuple(File(file.name, file.document, file.record) for file in files),
        seen=True,
    )
    mails = tuple(replace(one, replied=True) if one.id == box.answers else one for one in box.mails)
    fields = {name: text for name, text in state.fields.items() if name not in FIELDS}
    box = replace(box, mails=(*mails, mail), writing=False, attached=(), answers="")
    return replace(state, mail=box, fields=fields, faults={}), (events.MailSent(mail.id),)


def _move(state: State, mail: Mail, folder: str) -> Moved:
    box = changed(state.mail, replace(mail, folder=folder))
    return replace(state, mail=replace(box, open="")), ()


def changed(box: MailBox, mail: Mail) -> MailBox:
    """The box with this mail instead of the one of its id."""
    return replace(box, mails=tuple(mail if one.id == mail.id else one for one in box.mails))
