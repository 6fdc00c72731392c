# SPDX-License-Identifier: GPL-3.0-or-later
"""What portals and their browser windows say where no author wrote anything.

These words are Slovenian in every language of the program, as the real portals are: learning to read them is
what the practice is for. They are no messages of the program, so they stand here and not in a catalogue.
"""

from collections.abc import Mapping
from typing import Final

from korak.content.fields import FieldFaultCode
from korak.practice.events import FieldFault

FAULTS: Final[Mapping[FieldFaultCode, str]] = {
    "required": "To polje je obvezno.",
    "too_short": "Besedilo je prekratko. Najmanj znakov: {expected}.",
    "too_long": "Besedilo je predolgo. Največ znakov: {expected}.",
    "not_digits": "Vpišite samo števke.",
    "wrong_length": "Število števk mora biti {expected}.",
    "code_wrong": "Koda ni pravilna.",
    "code_expired": "Koda je potekla. Zahtevajte novo kodo.",
    "code_old": "Koda ni pravilna. Vpišite kodo iz zadnjega sporočila.",
    "not_date": "Datum ni pravilen. Vpišite ga tako: 5. 3. 2026.",
    "too_early": "Datum je prezgoden. Izberite poznejši datum.",
    "too_late": "Datum je prepozen. Izberite zgodnejši datum.",
    "not_money": "Znesek ni pravilen. Vpišite ga tako: 12,50.",
    "too_little": "Znesek je premajhen.",
    "too_much": "Znesek je prevelik.",
    "not_phone": "Telefonska številka ni pravilna.",
    "not_email": "E-naslov ni pravilen. Preverite znak @ in piko.",
    "not_emso": "Številka EMŠO ni pravilna. Ima 13 števk.",
    "not_tax_number": "Davčna številka ni pravilna. Ima 8 števk.",
    "not_iban": "IBAN ni pravilen. Najprej SI56, potem 15 števk.",
    "not_reference": "Referenca ni pravilna. Začne se s črkama SI.",
    "not_card": "Številka kartice ni pravilna. Ima 16 števk.",
    "no_upper": "V geslu manjka velika črka.",
    "no_lower": "V geslu manjka mala črka.",
    "no_digit": "V geslu manjka števka.",
    "no_special": "V geslu manjka poseben znak, na primer ! ali ?.",
    "runs": "Isti znak se preveč ponavlja. Spremenite geslo.",
    "not_same": "Vnosa nista enaka. Vpišite še enkrat.",
    "picture_wrong": "Znaki s slike niso pravilni.",
    "wrong_type": "Ta vrsta datoteke ni dovoljena.",
    "file_too_big": "Datoteka je prevelika.",
    "too_many": "Izbranih je preveč. Največ: {expected}.",
    "too_few": "Izbranih je premalo. Najmanj: {expected}.",
    "not_human": "Izbrane slike niso prave. Poskusite znova.",
}
"""A sentence for every fault a portal can find."""

_WITH_LIMIT: Final[Mapping[FieldFaultCode, str]] = {
    "too_early": "Datum je prezgoden. Najprej lahko: {limit}.",
    "too_late": "Datum je prepozen. Najpozneje: {limit}.",
    "too_little": "Znesek je premajhen. Najmanj: {limit}.",
    "too_much": "Znesek je prevelik. Največ: {limit}.",
    "wrong_type": "Ta vrsta datoteke ni dovoljena. Dovoljeno: {limit}.",
    "file_too_big": "Datoteka je prevelika. Največ: {limit}.",
}
"""The same, where the portal knows the limit: a day, a sum, a list of types, a size."""

CHOOSE: Final = "Izberite"
OPEN: Final = "Odpri"
CLOSE: Final = "Zapri"
SAVE: Final = "Shrani"
PRINT: Final = "Natisni"
DOWNLOAD: Final = "Prenesi"
REMOVE: Final = "Odstrani"
CHOOSE_FILE: Final = "Izberite datoteko"
NO_FILE: Final = "Nobena datoteka ni izbrana."
ALLOWED: Final = "Dovoljeno: {types}, največ {size}."
CALENDAR: Final = "Koledar"
DAY_SHAPE: Final = "DD. MM. LLLL"
EARLIER: Final = "Prejšnji mesec"
LATER: Final = "Naslednji mesec"
NEXT_PAGE: Final = "Naprej"
PAGE_BEFORE: Final = "Nazaj"
PAGE_OF: Final = "Stran {now} od {all}"
SORT_BY: Final = "Razvrsti po: {column}"
SORTED_UP: Final = "razvrščeno naraščajoče"
SORTED_DOWN: Final = "razvrščeno padajoče"
CLOSED: Final = "ni več mogoče"
TAKEN: Final = "zasedeno"
NEW_PICTURE: Final = "Nova slika"
HEAR: Final = "Poslušaj znake"
STRENGTH: Final = "Geslo mora imeti:"
AT_LEAST: Final = "vsaj {count} znakov"
NO_RUNS: Final = "nobenih treh enakih znakov skupaj"
NUMBER: Final = "Številka"
RECEIVED: Final = "Prejeto"
SIGNING: Final = "Elektronski podpis"
READ_FIRST: Final = "Najprej preberite, kaj podpisujete."
READ: Final = "Preberi dokument"
IS_READ: Final = "Dokument je prebran."
SEND_CODE: Final = "Pošlji kodo"
CODE_SENT: Final = "Kodo smo poslali na vaš telefon."
CODE: Final = "Koda"
SIGN: Final = "Podpiši"
CANCEL: Final = "Prekliči"
YOU: Final = "Vi"

MONTHS: Final = (
    "januar", "februar", "marec", "april", "maj", "junij",
    "julij", "avgust", "september", "oktober", "november", "december",
)  # fmt: skip
DAYS: Final = ("ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja")
SHORT_DAYS: Final = ("po", "to", "sr", "če", "pe", "so", "ne")

RULES: Final[Mapping[str, str]] = {
    "upper": "veliko črko",
    "lower": "malo črko",
    "digit": "števko",
    "special": "poseben znak (!, ?, #)",
}


def portals_words(fault: FieldFault | None) -> str:
    """What the portal says about a fault: its author's sentence, else the usual one."""
    if fault is None:
        return ""
    if fault.text:
        return fault.text
    limited = _WITH_LIMIT.get(fault.code, "") if fault.limit else ""
    return (limited or FAULTS[fault.code]).format(expected=fault.expected, limit=fault.limit)


def file_size(kilobytes: int) -> str:
    """A size as people read it: 180 kB, 2,4 MB."""
    if kilobytes < 1000:
        return f"{kilobytes}\u00a0kB"
    whole = f"{kilobytes / 1000:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{whole}\u00a0MB"
