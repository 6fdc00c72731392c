# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's desk: where each learner of a group is today, and what could be done about it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from korak.alphabet import Order, order
from korak.centre.classroom import HandMark, waiting
from korak.centre.pairs import together
from korak.centre.people import Person, Session
from korak.centre.privacy import Deed
from korak.centre.today import Trace, Whereabouts, is_stuck, whereabouts
from korak.clock import Clock
from korak.content.exercises.typed import Typed
from korak.content.lesson import Lesson, Station
from korak.content.pack import Pack
from korak.learning.attempt import EXERCISES, NOT_PASSED, Attempt, Help, passed
from korak.learning.group_words import GroupWords, group_words
from korak.learning.progress import is_finished
from korak.practice import log
from korak.services.access import require
from korak.services.sign_in import CAME
from korak.services.words import words_of_stations
from korak.storage.classroom import ClassroomShelf
from korak.storage.pairs import PairShelf
from korak.storage.programmes import ProgrammeShelf
from korak.storage.rows import Line, Place, Run, Visit
from korak.storage.sittings import BEGUN, WENT_ON, Note, SittingShelf
from korak.storage.store import Store

IDLE_AFTER = timedelta(minutes=5)
STUCK_AFTER = timedelta(minutes=10)
_STUCK = "stuck_minutes"
_LOOKING_BACK = timedelta(days=14)
_LOOKING_BACK_AT_WORDS = timedelta(days=28)
_HARD_WORDS = 3
_AT_IT = frozenset({BEGUN, WENT_ON})


@dataclass(frozen=True, slots=True)
class WhereRow:
    """Where one learner is: the lesson and station in hand, since when, and how it goes."""

    person: Person
    lesson: Lesson | None
    station: Station | None
    since: datetime | None  # the last thing done
    minutes: int | None  # whole minutes since then
    errors: int  # on the step in hand
    state: Whereabouts
    asked: int | None = None  # whole minutes since the hand was raised; None: it is not
    stuck: bool = False  # busy with one step for longer than the trainer set
    partner: Person | None = None  # works with this one at one computer
    wished: Person | None = None  # the trainer proposed to work with this one
    computer: str = ""  # another computer's name, where the last thing was done there
    heard: datetime | None = None  # the last thing known of that computer


@dataclass(frozen=True, slots=True)
class Stuck:
    """A station at which several learners made mistakes today."""

    lesson: Lesson
    station: Station
    people: int
    of: int  # so many came to that station


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What today and the last two weeks suggest."""

    stuck: Stuck | None
    hard_words: tuple[str, ...]  # expected answers that were most often missed, in the pack's language
    next_lesson: Lesson | None  # the first one most of the group has not finished


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one learner left behind today; what of it is urgent depends on the time as well."""

    person: Person
    lesson: Lesson | None
    station: Station | None
    trace: Trace
    hand_at: datetime | None
    partner: Person | None
    wished: Person | None
    computer: str
    heard: datetime | None


@dataclass(frozen=True, slots=True)
class _Today:
    """What a group left behind since midnight, by person."""

    visits: Mapping[str, Sequence[Visit]]
    attempts: Mapping[str, Sequence[Attempt]]
    lines: Mapping[str, Sequence[tuple[Run, Line]]]
    places: Mapping[str, Place]  # the latest
    hands: Mapping[str, HandMark]  # raised, by person
    sitting: Mapping[str, Note]  # the latest note around somebody's assessment
    partners: Mapping[str, str]
    wishes: Mapping[str, str]
    people: Mapping[str, Person]


class TrainerDesk:
    """What a trainer sees; everything asks for a trainer's session."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._stations = words_of_stations(pack)
        self._classroom = ClassroomShelf(store)
        self._programmes = ProgrammeShelf(store)
        self._pairs = PairShelf(store)
        self._sittings = SittingShelf(store)
        self._known: tuple[object, tuple[_Seen, ...]] | None = None
        self._ended: dict[
            str, tuple[str, bool]
        ] = {}  # by person: the last attempt, whether its lesson is done

    def changes(self, session: Session) -> object:
        """Return what is another one whenever anything was written since, or another day began."""
        require(session, Deed.TEACH)
        return self._store.revision(), self._midnight()

    def today(self, session: Session, group_id: str) -> tuple[WhereRow, ...]:
        """Return where each learner of a group is, by name.

        What was read is kept as long as nothing is written: asking again costs next to nothing.
        """
        require(session, Deed.TEACH)
        known = self.changes(session), group_id
        if self._known is None or self._known[0] != known:
            self._known = known, self._look(group_id)
        now, stuck_after = self._clock.now(), self.stuck_after(session)
        return tuple(_row(seen, now, stuck_after) for seen in self._known[1])

    def _look(self, group_id: str) -> tuple[_Seen, ...]:
        people = self._store.learners(group_id)
        today = self._gather(people)
        return tuple(self._seen(person, today) for person in sorted(people, key=_shown))

    def suggestions(self, session: Session, group_id: str) -> Suggestions:
        """Return what could be done next with a group."""
        require(session, Deed.TEACH)
        people = [person.id for person in self._store.learners(group_id)]
        recent = self._store.attempts_since(people, self._clock.now() - _LOOKING_BACK)
        own = [attempt for attempt in recent if attempt.pack == self._pack.id]
        midnight = self._midnight()
        return Suggestions(
            self._stuck([attempt for attempt in own if attempt.at >= midnight]),
            self._hard_words(own),
            self._next_lesson(people),
        )

    def words(self, session: Session, group_id: str) -> GroupWords:
        """Return which words a group found hard in the last four weeks, and what was taken for what."""
        require(session, Deed.TEACH)
        people = [person.id for person in self._store.learners(group_id)]
        answers = self._store.word_answers(people, self._clock.now() - _LOOKING_BACK_AT_WORDS)
        return group_words(answers, self._stations, self._pack.words)

    def course_end(self, session: Session, group_id: str) -> date | None:
        """Return the day a group's course ends, if the trainer has set it."""
        require(session, Deed.TEACH)
        return self._programmes.end(group_id)

    def stuck_after(self, session: Session) -> timedelta:
        """Return after how long at one step somebody counts as stuck."""
        require(session, Deed.TEACH)
        kept = self._store.setting(_STUCK)
        return timedelta(minutes=int(kept)) if kept is not None and kept.isdigit() else STUCK_AFTER

    def set_stuck_after(self, session: Session, minutes: int) -> None:
        """Set after how many minutes at one step (2 to 60) somebody counts as stuck."""
        require(session, Deed.TEACH)
        self._store.set_setting(_STUCK, str(min(max(minutes, 2), 60)), self._clock.now())

    def set_course_end(self, session: Session, group_id: str, end: date | None) -> None:
        """Set the day a group's course ends: no word is due after it. Without one it is its programme's."""
        require(session, Deed.CHANGE_PEOPLE)
        self._programmes.set_end(group_id, end, self._clock.now())

    # ------------------------------------------------------------------ today

    def _gather(self, people: Sequence[Person]) -> _Today:
        since, ids = self._midnight(), [person.id for person in people]
        visits: dict[str, list[Visit]] = {}
        for visit in self._store.visits(ids, since):
            visits.setdefault(visit.person, []).append(visit)
        attempts: dict[str, list[Attempt]] = {}
        for attempt in self._store.attempts_since(ids, since):
            attempts.setdefault(attempt.person, []).append(attempt)
        lines: dict[str, list[tuple[Run, Line]]] = {}
        for run, line in self._store.lines_since(ids, since):
            lines.setdefault(run.person, []).append((run, line))
        wishes: dict[str, str] = {}
        for wish in self._pairs.wishes(ids, since):
            wishes |= {wish.person: wish.other, wish.other: wish.person}
        return _Today(
            visits,
            attempts,
            lines,
            {place.person: place for place in self._store.places(ids) if place.at >= since},
            waiting(self._classroom.hands(ids, since)),
            dict(self._sittings.notes_since(ids, since)),
            together(self._pairs.marks(ids, since)),
            wishes,
            {person.id: person for person in people},
        )

    def _midnight(self) -> datetime:
        """Return the beginning of this day where the computer stands."""
        here = self._clock.now().astimezone()
        return datetime.combine(here.date(), time(), here.tzinfo)

    def _seen(self, person: Person, today: _Today) -> _Seen:
        visits = today.visits.get(person.id, ())
        attempts = today.attempts.get(person.id, ())
        lines = today.lines.get(person.id, ())
        place = today.places.get(person.id)
        note = today.sitting.get(person.id)
        hand = today.hands.get(person.id)
        lesson, station = self._at(place)
        moments = [visit.at for visit in visits if visit.what == CAME]
        moments += [attempt.at for attempt in attempts] + [line.at for _, line in lines]
        moments += [one.at for one in (place, note) if one is not None]
        errors, shown = self._difficulty(station, attempts, lines)
        trace = Trace(
            here=bool(visits) and visits[-1].what == CAME,
            last_at=max(moments, default=None),
            errors=errors,
            shown=shown,
            lesson_done=lesson is not None and self._finished(person, lesson, attempts),
            asked=hand is not None,
            at_step_since=place.at if place else None,
            begun=bool(attempts or lines or place or note),
            sitting=note is not None and note.kind in _AT_IT,
        )
        partner, wished = today.partners.get(person.id, ""), today.wishes.get(person.id, "")
        return _Seen(
            person,
            lesson,
            station,
            trace,
            hand.at if hand is not None else None,
            today.people.get(partner),
            today.people.get(wished) if not partner else None,
            *self._computer(_devices(visits, attempts, lines, note)),
        )

    def _computer(self, devices: Sequence[tuple[datetime, str]]) -> tuple[str, datetime | None]:
        """Return the name of the computer of the last thing done, and when; nothing where it is this one."""
        at, device = max(devices, default=(None, ""))
        if at is None or device == self._store.device:
            return "", None
        names = {one.id: one.name for one in self._store.devices()}
        return names.get(device, ""), at

    def _at(self, place: Place | None) -> tuple[Lesson | None, Station | None]:
        lesson = self._pack.lessons.get(place.lesson) if place else None
        if lesson is None or place is None:
            return None, None
        found = (station for station in lesson.stations() if station.key == place.station)
        return lesson, next(found, None)

    def _finished(self, person: Person, lesson: Lesson, today: Sequence[Attempt]) -> bool:
        """Tell whether a lesson came to its end today; it is asked again only when something was added."""
        last = next((attempt.id for attempt in reversed(today) if attempt.lesson == lesson.id), None)
        if last is None:
            return False
        known = self._ended.get(person.id)
        if known is None or known[0] != last:
            passed_at = self._store.passed_in(person.id, lesson.id, NOT_PASSED)
            known = self._ended[person.id] = last, is_finished(lesson, passed_at)
        return known[1]

    def _difficulty(
        self, station: Station | None, attempts: Sequence[Attempt], lines: Sequence[tuple[Run, Line]]
    ) -> tuple[int, int]:
        """Return the errors on the step in hand, and how often it was shown."""
        if station is None:
            return 0, 0
        if station.mode is None:
            return _errors_at(station, attempts), 0
        return self._in_run(station, lines)

    def _in_run(self, station: Station, lines: Sequence[tuple[Run, Line]]) -> tuple[int, int]:
        runs = [run for run, _ in lines if run.station == station.key]
        if not runs or self._store.run_ended(runs[-1].id):
            return 0, 0
        run = runs[-1]
        kept = [log.Line(line.seconds, line.text) for line in self._store.lines(run.id)]
        play = log.replay(self._pack, log.TaskLog(run.task, str(run.seed), tuple(kept)))
        if play is None:
            return 0, 0
        step = play.progress.current
        taken = [one for one in play.outcome().steps if one.id == step]
        shown = sum(1 for line in kept if line.text == f"help {step} {Help.SHOWN.value}")
        return (taken[0].errors if taken else 0), shown

    # ------------------------------------------------------------------ suggestions

    def _stuck(self, today: Iterable[Attempt]) -> Stuck | None:
        came: dict[tuple[str, str], set[str]] = {}
        erred: dict[tuple[str, str], set[str]] = {}
        for attempt in today:
            place = attempt.lesson, attempt.station
            came.setdefault(place, set()).add(attempt.person)
            if attempt.errors:
                erred.setdefault(place, set()).add(attempt.person)
        for place in sorted(erred, key=lambda each: (-len(erred[each]), each)):
            lesson, station = self._at(Place("", *place, self._clock.now()))
            if lesson and station and len(erred[place]) > 1:
                return Stuck(lesson, station, len(erred[place]), len(came[place]))
        return None

    def _hard_words(self, recent: Iterable[Attempt]) -> tuple[str, ...]:
        missed: Counter[str] = Counter()
        for attempt in recent:
            if attempt.kind != "typed" or passed(attempt):
                continue
            _, station = self._at(Place("", attempt.lesson, attempt.station, attempt.at))
            if station is not None and isinstance(station.step, Typed):
                missed[station.step.answer] += 1
        return tuple(word for word, _ in missed.most_common(_HARD_WORDS))

    def _next_lesson(self, people: Sequence[str]) -> Lesson | None:
        """Return the first lesson of the course that at least half of the group has not finished."""
        # Asked of the database at once: of a whole course, a group has ten thousand facts.
        passed_at: dict[tuple[str, str], set[str]] = {}
        for person, name, station in self._store.passed_stations(people, NOT_PASSED):
            passed_at.setdefault((person, name), set()).add(station)
        for name in (name for module in self._pack.course for name in module.lessons):
            lesson = self._pack.lessons[name]
            done = sum(1 for one in people if is_finished(lesson, passed_at.get((one, name), ())))
            if done * 2 <= len(people):
                return lesson
        return None


def _row(seen: _Seen, now: datetime, stuck_after: timedelta) -> WhereRow:
    trace = seen.trace
    state = whereabouts(trace, now, IDLE_AFTER, stuck_after)
    if state is Whereabouts.ABSENT:
        return WhereRow(seen.person, None, None, None, None, 0, state, wished=seen.wished)
    sits = state is Whereabouts.SITTING
    return WhereRow(
        seen.person,
        None if sits else seen.lesson,
        None if sits else seen.station,
        trace.last_at,
        _minutes(trace.last_at, now),
        trace.errors,
        state,
        _minutes(seen.hand_at, now),
        not sits and is_stuck(trace, now, IDLE_AFTER, stuck_after),
        seen.partner,
        seen.wished,
        seen.computer,
        seen.heard,
    )


def _devices(
    visits: Sequence[Visit],
    attempts: Sequence[Attempt],
    lines: Sequence[tuple[Run, Line]],
    note: Note | None,
) -> list[tuple[datetime, str]]:
    """Return when something was done at which computer; of each kind of fact the last one is enough."""
    last = [(one.at, one.device) for one in (*visits[-1:], *attempts[-1:])]
    last += [(line.at, run.device) for run, line in lines[-1:]]
    return last if note is None else [*last, (note.at, note.device)]


def _errors_at(station: Station, attempts: Sequence[Attempt]) -> int:
    """Return how many wrong answers in a row an exercise got."""
    errors = 0
    for attempt in attempts:
        if attempt.station == station.key and attempt.kind in EXERCISES:
            errors = 0 if passed(attempt) else errors + 1
    return errors


def _minutes(since: datetime | None, now: datetime) -> int | None:
    return None if since is None else int((now - since) / timedelta(minutes=1))


def _shown(person: Person) -> Order:
    return order(person.shown_name)
