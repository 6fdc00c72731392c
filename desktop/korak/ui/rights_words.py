# SPDX-License-Identifier: GPL-3.0-or-later
"""Consents and erasures in words."""

from collections.abc import Iterable, Mapping

from korak.centre.retention import Consent, Purpose, Use
from korak.i18n import N_, _
from korak.services.rights import DOCUMENT, LEARNING, PERSON

_PURPOSES: Mapping[Purpose, str] = {
    Purpose.PHOTO: N_("A photo may be shown"),
    Purpose.STORY: N_("The story may be published"),
    Purpose.CONTACT: N_("The centre may call or write after the course"),
}
_ERASED: Mapping[str, str] = {
    PERSON: N_("a person was forgotten"),
    LEARNING: N_("learning data of one person"),
    DOCUMENT: N_("documents of one person"),
}
_USES: Mapping[Use, str] = {
    Use.WEB: N_("web page"),
    Use.PRINT: N_("on paper"),
    Use.REPORT: N_("report of the project"),
}


def purpose_text(purpose: Purpose) -> str:
    """Return what somebody agrees to."""
    return _(_PURPOSES[purpose])


def uses_text(uses: Iterable[Use]) -> str:
    """Return where something may be shown, in the order of `Use`."""
    given = set(uses)
    return ", ".join(_(text) for use, text in _USES.items() if use in given)


def consent_text(consent: Consent) -> str:
    """Return what one answer is about: the purpose, and which story and where, if it names one."""
    told = purpose_text(consent.purpose)
    if consent.scope is None:
        return told
    parts = (f"»{consent.note}«" if consent.note.strip() else "", uses_text(consent.scope.uses))
    return " · ".join(part for part in (told, *parts) if part)


def erased_text(what: str) -> str:
    """Return what was erased."""
    return _(_ERASED[what])
