# SPDX-License-Identifier: GPL-3.0-or-later
"""What fields accept: each kind of field knows its own validity.

Identifiers are fictitious here, so only their shape is looked at, never the check digit.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from korak.content.fields import (
    Card,
    Date,
    Digits,
    Email,
    Emso,
    Field,
    FieldFaultCode,
    FieldPart,
    HumanCheck,
    Iban,
    Money,
    Password,
    Phone,
    PictureCode,
    Reference,
    Rows,
    SmsCode,
    TaxNumber,
    TextField,
    Ticks,
    Upload,
)
from korak.practice.clockwork import day_limit, day_text, read_day
from korak.practice.events import FieldFault
from korak.practice.scene import Scene, field_name
from korak.practice.state import Place, Sms, State
from korak.practice.values import compact, read_money

SEVERAL = ", "
"""What stands between the entries of a field that holds several."""

_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_REFERENCE = re.compile(r"SI\d{2}[\d-]{0,22}")
_RUN = re.compile(r"(.)\1\1")
_CLASSES: dict[str, tuple[FieldFaultCode, Callable[[str], bool]]] = {
    "upper": ("no_upper", str.isupper),
    "lower": ("no_lower", str.islower),
    "digit": ("no_digit", str.isdigit),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that is looked at: its value, and the world it stands in."""

    scene: Scene
    state: State
    here: Place

    def fault_of(self, field: Field) -> FieldFault | None:
        """What is wrong with what stands in this field, if anything."""
        value = self.state.fields.get(f"{self.here.name}/{field.id}", "")
        if not value.strip():
            return _fault(field, "required") if field.required else None
        rule = _RULES.get(type(field))
        return rule(self, field, value) if rule else None

    def text(self, asked: Field, value: str) -> FieldFault | None:
        """A text that is long enough and not too long."""
        if not isinstance(asked, TextField | Password):
            return None
        length = len(value.strip())
        if length < asked.shortest:
            return _fault(asked, "too_short", asked.shortest)
        return _fault(asked, "too_long", asked.longest) if length > asked.longest else None

    def password(self, asked: Field, value: str) -> FieldFault | None:
        """A new password that keeps the rules, or repeats the one it must repeat."""
        if not isinstance(asked, Password):
            return None
        if asked.same_as and value != self.state.fields.get(field_name(asked.same_as, self.here), ""):
            return _fault(asked, "not_same")
        for need in asked.needs:
            code, has = _CLASSES.get(need, ("no_special", _is_special))
            if not any(has(letter) for letter in value):
                return _fault(asked, code)
        if asked.no_runs and _RUN.search(value):
            return _fault(asked, "runs")
        return self.text(asked, value)

    def sms_code(self, asked: Field, value: str) -> FieldFault | None:
        """The code that is good now."""
        if not isinstance(asked, SmsCode):
            return None
        code = digits_of(value)
        if not (code.isascii() and code.isdigit()):
            return _fault(asked, "not_digits", asked.digits)
        why = code_fault(value, self.state, self.here.portal)
        if why == "code_wrong" and len(code) != asked.digits:
            return _fault(asked, "wrong_length", asked.digits)
        return _fault(asked, why) if why else None

    def digits(self, asked: Field, value: str) -> FieldFault | None:
        """Digits, as many as are asked for."""
        if not isinstance(asked, Digits):
            return None
        code = digits_of(value)
        if not (code.isascii() and code.isdigit()):
            return _fault(asked, "not_digits", asked.length)
        if asked.length and len(code) != asked.length:
            return _fault(asked, "wrong_length", asked.length)
        if len(code) < asked.shortest:
            return _fault(asked, "too_short", asked.shortest)
        return _fault(asked, "too_long", asked.longest) if len(code) > asked.longest else None

    def day(self, asked: Field, value: str) -> FieldFault | None:
        """A day within the limits."""
        if not isinstance(asked, Date):
            return None
        day, today = read_day(value), self.scene.now(self.state.minutes).date()
        if day is None:
            return _fault(asked, "not_date")
        earliest, latest = (day_limit(self.scene.text(one), today) for one in (asked.earliest, asked.latest))
        if earliest is not None and day < earliest:
            return _fault(asked, "too_early", limit=day_text(earliest))
        if latest is not None and day > latest:
            return _fault(asked, "too_late", limit=day_text(latest))
        return None

    def money(self, asked: Field, value: str) -> FieldFault | None:
        """A sum within the limits."""
        if not isinstance(asked, Money):
            return None
        euros = read_money(value)
        if euros is None:
            return _fault(asked, "not_money")
        if euros < asked.least:
            return _fault(asked, "too_little", limit=_euros(asked.least))
        return _fault(asked, "too_much", limit=_euros(asked.most)) if euros > asked.most else None

    def shape(self, asked: Field, value: str) -> FieldFault | None:
        """A number or address of the right shape."""
        code, fits = _SHAPES[type(asked)]
        if isinstance(asked, Emso) and asked.last_only:
            number = compact(value)
            fits_end = number.isdigit() and len(number) == asked.last_only
            return None if fits_end else _fault(asked, "wrong_length", asked.last_only)
        return None if fits.fullmatch(compact(value)) else _fault(asked, code)

    def picture(self, asked: Field, value: str) -> FieldFault | None:
        """The code in the picture, in large or small letters."""
        if not isinstance(asked, PictureCode):
            return None
        target = f"{self.here.name}/{asked.id}"
        wanted = self.scene.picture_code(target, self.state.pictures, asked.letters)
        return None if compact(value) == wanted else _fault(asked, "picture_wrong")

    def several(self, asked: Field, value: str) -> FieldFault | None:
        """As many ticks as are asked for."""
        count = len(value.split(SEVERAL))
        if not isinstance(asked, Ticks | Rows) or (isinstance(asked, Rows) and not asked.several):
            return None
        if count < asked.least:
            return _fault(asked, "too_few", asked.least)
        return _fault(asked, "too_many", asked.most) if asked.most and count > asked.most else None

    def human(self, asked: Field, value: str) -> FieldFault | None:
        """All the right pictures, and no other."""
        if not isinstance(asked, HumanCheck):
            return None
        return None if set(value.split(SEVERAL)) == set(asked.right) else _fault(asked, "not_human")

    def upload(self, asked: Field, value: str) -> FieldFault | None:
        """Files of the right type and size, not too many."""
        if not isinstance(asked, Upload):
            return None
        paths = value.split(SEVERAL)
        if len(paths) > asked.most:
            return _fault(asked, "too_many", asked.most)
        files = [file for file in map(self.state.files.at, paths) if file is not None]
        if any(file.type not in asked.types for file in files):
            return _fault(asked, "wrong_type", limit=SEVERAL.join(asked.types))
        sizes = [size_of(self.scene, file.document) for file in files]
        too_big = any(size > asked.largest for size in sizes)
        return _fault(asked, "file_too_big", asked.largest, f"{asked.largest} kB") if too_big else None


_Rule = Callable[[Asked, Field, str], FieldFault | None]
_RULES: dict[type[FieldPart], _Rule] = {
    TextField: Asked.text,
    Password: Asked.password,
    SmsCode: Asked.sms_code,
    Digits: Asked.digits,
    Date: Asked.day,
    Money: Asked.money,
    Phone: Asked.shape,
    Email: Asked.shape,
    Emso: Asked.shape,
    TaxNumber: Asked.shape,
    Iban: Asked.shape,
    Reference: Asked.shape,
    Card: Asked.shape,
    PictureCode: Asked.picture,
    Ticks: Asked.several,
    Rows: Asked.several,
    HumanCheck: Asked.human,
    Upload: Asked.upload,
}
_SHAPES: dict[type[FieldPart], tuple[FieldFaultCode, re.Pattern[str]]] = {
    Phone: ("not_phone", re.compile(r"\+?[\d/-]{8,17}")),
    Email: ("not_email", _EMAIL),
    Emso: ("not_emso", re.compile(r"\d{13}")),
    TaxNumber: ("not_tax_number", re.compile(r"(SI)?\d{8}")),
    Iban: ("not_iban", re.compile(r"SI\d{17}")),
    Reference: ("not_reference", _REFERENCE),
    Card: ("not_card", re.compile(r"\d{16}")),
}


def is_email(text: str) -> bool:
    """Whether this has the shape of an e-mail address."""
    return _EMAIL.fullmatch("".join(text.split())) is not None


def digits_of(text: str) -> str:
    """The text of a code field without the gaps people leave."""
    return "".join(text.split())


def newest_code(state: State, portal: str) -> Sms | None:
    """The newest message with a code of this portal (of any, without a portal)."""
    for message in reversed(state.phone.messages):
        if message.code and (message.portal == portal or not portal):
            return message
    return None


def code_fault(value: str, state: State, portal: str) -> FieldFaultCode | None:
    """Why this is not the code that is good now."""
    code = digits_of(value)
    if not code:
        return "code_wrong"
    newest = newest_code(state, portal)
    if newest is not None and newest.code == code:
        if newest.spent:
            return "code_old"
        return "code_expired" if state.minutes > newest.until else None
    sent = any(message.code == code for message in state.phone.messages)
    return "code_old" if sent else "code_wrong"


def size_of(scene: Scene, document: str) -> int:
    """How large a file with this document is, in kB; receipts and new photographs are small."""
    found = scene.pack.documents.get(document)
    return found.size if found else 90


def _is_special(letter: str) -> bool:
    return not letter.isalnum()


def _euros(value: float) -> str:
    return f"{value:.2f} €".replace(".", ",")


def _fault(field: FieldPart, code: FieldFaultCode, expected: int = 0, limit: str = "") -> FieldFault:
    text = field.faults.get(code, "")
    if code == "required" and isinstance(field.required, str):
        text = field.required
    return FieldFault(code, text, expected, limit)
