# SPDX-License-Identifier: GPL-3.0-or-later
"""Local services in words: topics and labels, for the learners' page and the leaflet."""

from collections.abc import Mapping

from korak.centre.local_services import Topic
from korak.i18n import N_

TOPICS: Mapping[Topic, str] = {
    Topic.OFFICE: N_("Offices"),
    Topic.HEALTH: N_("Health"),
    Topic.CHILDREN: N_("Children and school"),
    Topic.LEARNING: N_("Courses and books"),
    Topic.WORK: N_("Work"),
    Topic.MONEY: N_("Bank and post"),
    Topic.HOME: N_("Home and waste"),
    Topic.SAFETY: N_("Police and emergency"),
    Topic.ADVICE: N_("Advice and help"),
}
PICTURES: Mapping[Topic, str] = {
    Topic.OFFICE: "classical-building",
    Topic.HEALTH: "hospital",
    Topic.CHILDREN: "school",
    Topic.LEARNING: "books",
    Topic.WORK: "briefcase",
    Topic.MONEY: "bank",
    Topic.HOME: "house",
    Topic.SAFETY: "police-car",
    Topic.ADVICE: "handshake",
}
PHONE, OPEN, ADDRESS = N_("Phone:"), N_("Open:"), N_("Address:")
BRING, LANGUAGES = N_("Bring along:"), N_("They speak:")
APPOINTMENT = N_("By appointment only.")
CHECKED, NOT_CHECKED = N_("checked"), N_("not checked")
CALL_FIRST = N_("Numbers and hours change: call before you go.")
