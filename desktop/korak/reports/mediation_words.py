# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of a mediator's log in words: topics, ways, outcomes, months."""

from collections.abc import Mapping

from korak.i18n import N_

TOPIC_WORDS: Mapping[str, str] = {
    "health": N_("health"),
    "school": N_("school and kindergarten"),
    "residence": N_("residence and documents"),
    "social": N_("social work centre and benefits"),
    "work": N_("work and employment office"),
    "housing": N_("housing"),
    "bank": N_("bank, taxes, bills"),
    "talk": N_("talk and encouragement"),
    "other": N_("other"),
}
MODE_WORDS: Mapping[str, str] = {
    "in_person": N_("in person"),
    "phone": N_("by phone"),
    "video": N_("by video"),
}
OUTCOME_WORDS: Mapping[str, str] = {
    "solved": N_("settled"),
    "partly": N_("partly settled"),
    "sent_on": N_("sent on to somebody else"),
}
PROOF_WORDS: Mapping[str, str] = {
    "institution": N_("the institution"),
    "users": N_("the people who were helped"),
}
WORDS: Mapping[str, str] = {**TOPIC_WORDS, **MODE_WORDS, **OUTCOME_WORDS, **PROOF_WORDS}

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
