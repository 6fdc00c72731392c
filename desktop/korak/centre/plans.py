# SPDX-License-Identifier: GPL-3.0-or-later
"""A group's plan: the course's topics in the group's own order, shortened where needed; what comes next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from korak.centre.attendance import TEACHING_HOUR
from korak.centre.classroom import Pulse, PulseCount
from korak.centre.meetings import Meeting, MeetingState
from korak.content.plan import Topic

MOST_HOURS = 20  # for one topic


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One topic of a group's plan; `hours` are teaching hours of 45 minutes, 1 to 20."""

    topic: str
    hours: int


Plan = tuple[PlanLine, ...]


def as_taught(topics: Mapping[str, Topic]) -> Plan:
    """Return the plan as the course's author wrote it."""
    return tuple(PlanLine(name, topic.hours) for name, topic in topics.items())


def known(plan: Iterable[PlanLine], topics: Mapping[str, Topic]) -> Plan:
    """Return the lines whose topics the course still has, each once."""
    once = {line.topic: line for line in plan if line.topic in topics}
    return tuple(once.values())


def moved(plan: Plan, topic: str, by: int) -> Plan:
    """Return the plan with a topic so many places later (earlier where negative); ends are ends."""
    lines = list(plan)
    place = next((number for number, line in enumerate(lines) if line.topic == topic), None)
    if place is None:
        return plan
    line = lines.pop(place)
    lines.insert(min(max(place + by, 0), len(lines)), line)
    return tuple(lines)


def without(plan: Plan, topic: str) -> Plan:
    """Return the plan without a topic."""
    return tuple(line for line in plan if line.topic != topic)


def with_topic(plan: Plan, topic: str, topics: Mapping[str, Topic]) -> Plan:
    """Return the plan with a topic again, after those that come before it in the course."""
    if topic not in topics or any(line.topic == topic for line in plan):
        return plan
    order = list(topics)
    before = set(order[: order.index(topic)])
    place = max((number for number, line in enumerate(plan, 1) if line.topic in before), default=0)
    return (*plan[:place], PlanLine(topic, topics[topic].hours), *plan[place:])


def with_hours(plan: Plan, topic: str, hours: int) -> Plan:
    """Return the plan with another length of a topic."""
    bounded = min(max(hours, 1), MOST_HOURS)
    return tuple(PlanLine(line.topic, bounded) if line.topic == topic else line for line in plan)


def total(plan: Iterable[PlanLine]) -> int:
    """Return the teaching hours of a plan."""
    return sum(line.hours for line in plan)


def taught(meetings: Iterable[Meeting]) -> dict[str, int]:
    """Return how often each topic was taught in meetings that have ended."""
    found: dict[str, int] = {}
    for meeting in meetings:
        if meeting.state is MeetingState.ENDED:
            for topic in meeting.topics:
                found[topic] = found.get(topic, 0) + 1
    return found


def next_topics(plan: Plan, meetings: Iterable[Meeting], minutes: int) -> tuple[str, ...]:
    """Return the first topics not taught yet that fill so many minutes; at least one, if any is left."""
    done = taught(meetings)
    chosen: list[str] = []
    room = minutes
    for line in plan:
        if line.topic in done:
            continue
        if chosen and line.hours * TEACHING_HOUR > room:
            break
        chosen.append(line.topic)
        room -= line.hours * TEACHING_HOUR
    return tuple(chosen)


def laid_out(plan: Plan, meetings: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Return the topics of each of several meetings, given their minutes of teaching.

    The plan runs on without gaps: a topic that does not fit into what is left of a meeting is continued in
    the next one, and stands in both.
    """
    left = [(line.topic, line.hours * TEACHING_HOUR) for line in plan]
    found: list[tuple[str, ...]] = []
    for minutes in meetings:
        room, topics = minutes, list[str]()
        while left and room > 0:
            topic, needed = left[0]
            topics.append(topic)
            if needed > room:
                left[0] = (topic, needed - room)
            else:
                left.pop(0)
            room -= needed
        found.append(tuple(topics))
    return tuple(found)


class Advice(StrEnum):
    """What the results of a meeting advise."""

    GO_ON = "go_on"
    REPEAT = "repeat"  # less than half finished what was begun
    SLOWER = "slower"  # most said it was too hard
    FASTER = "faster"  # most said it was too easy
    END = "end"  # the plan is finished


@dataclass(frozen=True, slots=True)
class NextTime:
    """What is suggested for the next meeting, and the facts behind it."""

    advice: Advice
    topics: tuple[str, ...]
    finished: int  # learners who finished a lesson they worked on
    worked: int  # learners who worked on a lesson


def next_time(
    plan: Plan, meetings: Sequence[Meeting], meeting: Meeting, worked: tuple[int, int], pulse: PulseCount
) -> NextTime:
    """Return what is suggested after a meeting; `worked` is (who finished a lesson, who worked on one).

    Less than half finished: the same again. Most found it too hard: the same, slower. Else the plan goes on.
    """
    finished, of = worked
    others = [one for one in meetings if one.id != meeting.id]
    if meeting.topics and of and finished * 2 < of:
        return NextTime(Advice.REPEAT, meeting.topics, finished, of)
    if meeting.topics and pulse.mostly() is Pulse.HARD:
        return NextTime(Advice.SLOWER, meeting.topics, finished, of)
    left = tuple(line for line in plan if line.topic not in meeting.topics)
    topics = next_topics(left, others, meeting.teaching_minutes)
    if not topics:
        return NextTime(Advice.END, (), finished, of)
    faster = pulse.mostly() is Pulse.EASY
    return NextTime(Advice.FASTER if faster else Advice.GO_ON, topics, finished, of)
