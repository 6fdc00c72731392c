# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong in a pack: where, and what kind of fault; the sentence is made by whoever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class FaultCode(Enum):
    """The kinds of faults an author can make."""

    NOT_TOML = "not_toml"
    NOT_UTF8 = "not_utf8"
    MISSING_FILE = "missing_file"
    UNKNOWN_FILE = "unknown_file"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_KIND = "unknown_kind"
    NOT_ONE_OF = "not_one_of"
    NO_NAME = "no_name"  # a condition or effect without the key that names it
    BAD_ACTION = "bad_action"
    DUPLICATE = "duplicate"
    EMPTY = "empty"
    DANGLING = "dangling"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_LABEL = "unknown_label"
    BAD_ADDRESS = "bad_address"
    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"
    NO_DOOR = "no_door"
    NOT_IN_COURSE = "not_in_course"
    MISSING_TRANSLATION = "missing_translation"
    MISSING_PICTURE = "missing_picture"
    LONG_SENTENCE = "long_sentence"
    REAL_NUMBER = "real_number"
    SOLUTION_STUCK = "solution_stuck"
    SOLUTION_SHORT = "solution_short"
    STEP_NEVER_DONE = "step_never_done"
    NO_HOLE = "no_hole"
    NOT_RIGHT = "not_right"
    NOT_ON_PAGE = "not_on_page"
    NO_WAY = "no_way"  # a goal nothing on the pages leads to
    PLANNER_LOST = "planner_lost"
    BAD_CUTS = "bad_cuts"
    NOT_FOR_FORM = "not_for_form"
    FORMS_DIFFER = "forms_differ"
    STEPS_DIFFER = "steps_differ"
    NOT_THREE = "not_three"
    CHANGED_VERSION = "changed_version"
    NOT_FIXED = "not_fixed"
    SAME_SURFACE = "same_surface"
    WRONG_ORDER = "wrong_order"  # of the plan: a topic before what it needs


@dataclass(frozen=True, slots=True)
class Spot:
    """One turn on the way to a fault: a key, with the number or id of the entry where there are several."""

    name: str
    number: int = 0  # counted from 1; 0 where there is only one
    id: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the place in it, the kind and the names and numbers that go into the sentence."""

    file: str
    place: tuple[Spot, ...]
    code: FaultCode
    details: Mapping[str, str] = field(default_factory=dict[str, str])


class PackFaults(Exception):  # noqa: N818 - it is what it says
    """A pack that cannot be decoded, with every fault found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults in the pack")
        self.faults = faults
