# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a fault of a pack into a sentence: file, place, what is wrong, and what may have been meant."""

from collections.abc import Mapping

from korak.content.faults import Fault, FaultCode, Spot
from korak.i18n import N_, _

_SENTENCES: Mapping[FaultCode, str] = {
    FaultCode.NOT_TOML: N_("Line {line}, column {column}: this is not TOML ({why})."),
    FaultCode.NOT_UTF8: N_("Line {line}: the file must be saved as UTF-8."),
    FaultCode.MISSING_FILE: N_("This file is missing."),
    FaultCode.UNKNOWN_FILE: N_("Nothing reads this file. Files have their places: {known}."),
    FaultCode.UNKNOWN_KEY: N_("There is no field `{key}` here. Known are: {known}."),
    FaultCode.MISSING_KEY: N_("The field `{key}` is missing."),
    FaultCode.UNKNOWN_KIND: N_("There is no kind `{given}`. Known are: {known}."),
    FaultCode.NOT_ONE_OF: N_("`{given}` is not possible here. Possible are: {known}."),
    FaultCode.NO_NAME: N_("`{given}` names no condition and no effect. Known are: {known}."),
    FaultCode.BAD_ACTION: N_("`{line}` is not an action."),
    FaultCode.DUPLICATE: N_("`{id}` stands here twice."),
    FaultCode.EMPTY: N_("There is nothing here."),
    FaultCode.UNKNOWN_VALUE: N_("Nobody has a value `{name}`."),
    FaultCode.UNKNOWN_LABEL: N_("There is no label and no fact `{name}`."),
    FaultCode.BAD_ADDRESS: N_("`{address}` is not a practice address. It must end in .invalid."),
    FaultCode.UNREACHABLE: N_("No link, button or menu leads to this page."),
    FaultCode.DEAD_END: N_("There is no way out of this page."),
    FaultCode.NO_DOOR: N_("This page asks for a sign-in, but one can sign in nowhere."),
    FaultCode.NOT_IN_COURSE: N_("This lesson is in no module of pack.toml."),
    FaultCode.MISSING_TRANSLATION: N_("No translation into `{language}`: {text}"),
    FaultCode.MISSING_PICTURE: N_("There is no picture `{name}`."),
    FaultCode.LONG_SENTENCE: N_("The sentence has {words} words, at most {limit} are allowed: {text}"),
    FaultCode.SOLUTION_STUCK: N_("`{line}` does not work on the page `{page}` ({why})."),
    FaultCode.SOLUTION_SHORT: N_("The solution ends on the page `{page}` without reaching the goal."),
    FaultCode.STEP_NEVER_DONE: N_("The solution never makes this step done."),
    FaultCode.NO_HOLE: N_("The text must have exactly one hole: {hole}."),
    FaultCode.NOT_RIGHT: N_("The right answer `{answer}` is not judged as right ({result})."),
    FaultCode.NOT_ON_PAGE: N_("There is nothing to press called `{name}` on the page `{page}`."),
    FaultCode.PLANNER_LOST: N_("The coach finds no way to the goal from the page `{page}` (seed {seed})."),
    FaultCode.BAD_CUTS: N_(
        "Cuts rise between 0 and 100, and there is one band more than there are cuts, from 0 on."
    ),
    FaultCode.NOT_FOR_FORM: N_("Item `{id}` does not belong here: its kind, its form or its status says so."),
    FaultCode.FORMS_DIFFER: N_("A and B must have the same templates in the same order."),
    FaultCode.STEPS_DIFFER: N_(
        "Items `{id}` and `{other}` are of one template, but not of the same key steps."
    ),
    FaultCode.NOT_THREE: N_("There must be {count} different options."),
    FaultCode.CHANGED_VERSION: N_("Item `{id}` was changed, but it is still version {version}."),
    FaultCode.NOT_FIXED: N_("Version {version} of item `{id}` is not fixed yet (korak lock)."),
    FaultCode.SAME_SURFACE: N_("The surfaces of seeds {seed} and {other} are the same."),
    FaultCode.WRONG_ORDER: N_("`{name}` must stand before this topic."),
}

_DANGLING: Mapping[str, str] = {
    "word": N_("There is no word `{name}`."),
    "lesson": N_("There is no lesson `{name}`."),
    "topic": N_("There is no topic `{name}`."),
    "task": N_("There is no task `{name}`."),
    "person": N_("There is no person `{name}`."),
    "portal": N_("There is no portal `{name}`."),
    "page": N_("There is no page `{name}`."),
    "field": N_("There is no field `{name}` on the pages."),
    "target": N_("There is nothing to press or fill called `{name}`."),
    "address": N_("No portal has the address `{name}`."),
    "file": N_("There is no file `{name}`."),
    "record": N_("No button makes a record `{name}`."),
    "item": N_("There is no item `{name}`."),
    "kept": N_("The record does not keep a field `{name}`."),
}

_WRONG_TYPE: Mapping[str, str] = {
    "text": N_("This must be a text in quotation marks, not `{given}`."),
    "number": N_("This must be a number without quotation marks, not `{given}`."),
    "yes_no": N_("This must be true or false, not `{given}`."),
    "list": N_("This must be a list in square brackets, not `{given}`."),
    "table": N_("This must be a table with fields, not `{given}`."),
}

_REAL_NUMBER: Mapping[str, str] = {
    "emso": N_("`{number}` could be somebody's EMŠO. Change its last digit."),
    "tax_number": N_("`{number}` could be somebody's tax number. Change its last digit."),
    "iban": N_("`{number}` could be somebody's account. Change its last digit."),
    "card": N_("`{number}` could be somebody's card. Change its last digit."),
}

_NO_WAY: Mapping[str, str] = {
    "record": N_("No way on the pages leads to a record `{name}` in the portal `{portal}`."),
    "field": N_("No way on the pages leads to the field `{name}`."),
    "value": N_("In the field `{name}` one cannot choose `{text}`. Possible are: {known}."),
    "refused": N_("The field `{name}` never accepts `{text}` ({why})."),
    "length": N_("The field `{name}` takes at most {known} letters, not {text}."),
    "page": N_("No way leads to the page `{name}`."),
    "signed_in": N_("One can sign in to `{name}` nowhere."),
    "time": N_("The moment `{name}` is past when the task starts."),
    "cookies": N_("The portal `{name}` has no banner about cookies."),
    "password": N_("The browser offers to save no password: `save_password` is missing in `[start]`."),
    "signed": N_("Nothing on the pages lets one sign `{name}`."),
    "receipt": N_("No page gives the receipt of a record `{name}`."),
    "told": N_("In the call `{name}` nobody can tell this."),
    "call": N_("The call `{name}` never comes."),
    "contact": N_("The phone has no contact with the call `{name}`."),
    "confirm": N_("The phone never asks to confirm `{name}`."),
    "paper": N_("The paper `{name}` never lies on the table."),
    "sms": N_("No message from `{name}` ever comes."),
    "mail": N_("The mail `{name}` never comes."),
    "document": N_("One never gets the document `{name}`."),
    "device": N_("This needs `{name}` among the `devices` of the task."),
}


def fault_line(folder: str, fault: Fault) -> str:
    """One line for one fault."""
    place = place_words(fault.place)
    return f"{folder}/{fault.file}: {place}{': ' if place else ''}{sentence(fault)}"


def sentence(fault: Fault) -> str:
    """What is wrong, and what may have been meant."""
    by_kind = {
        FaultCode.DANGLING: (_DANGLING, "kind"),
        FaultCode.WRONG_TYPE: (_WRONG_TYPE, "expected"),
        FaultCode.REAL_NUMBER: (_REAL_NUMBER, "kind"),
        FaultCode.NO_WAY: (_NO_WAY, "kind"),
    }
    if fault.code in by_kind:
        table, key = by_kind[fault.code]
        said = table[fault.details[key]]
    else:
        said = _SENTENCES[fault.code]
    words = _(said).format_map(fault.details)
    near = fault.details.get("near")
    return f"{words} {_('Did you mean `{near}`?').format(near=near)}" if near else words


def place_words(place: tuple[Spot, ...]) -> str:
    """The way to the fault in words: 3. step »koda«, field `ask`."""
    return ", ".join(_spot(spot, last=spot is place[-1]) for spot in place)


def _spot(spot: Spot, *, last: bool) -> str:
    name = f"{spot.number}. {spot.name}" if spot.number else spot.name
    if spot.id:
        return f"{name} »{spot.id}«"
    return _("field `{name}`").format(name=spot.name) if last and not spot.number else name
