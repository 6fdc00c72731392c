# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak check PACK...``: says in words an author understands what is wrong in a pack, and where."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path

from korak import i18n, paths
from korak.cli.fault_words import fault_line
from korak.content.answers import derived_faults
from korak.content.bank_checks import bank_faults
from korak.content.checks import check
from korak.content.decode import read_pack
from korak.content.faults import Fault, FaultCode
from korak.content.pack import Pack
from korak.content.texts import texts
from korak.i18n import _, ngettext
from korak.practice.attainable import goal_faults
from korak.practice.booklet import paper_faults
from korak.practice.rehearsal import button_faults, line_faults, play_faults
from korak.services.packs import pictures, read_files

HELP = "check packs of lessons"


_LEAVES_IT_WHOLE = frozenset(
    {FaultCode.MISSING_TRANSLATION, FaultCode.MISSING_PICTURE, FaultCode.LONG_SENTENCE}
)
"""Faults with which the pages can be explored nevertheless."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("packs", nargs="+", type=Path, metavar="PACK", help="a pack's folder")
    parser.add_argument("--play", action="store_true", help="play every task's solution to its goal, too")
    parser.add_argument("--seed", type=int, default=1, help="another course of chance for --play")


def run(arguments: Namespace) -> int:
    """Check the packs; 1 when anything is wrong."""
    results = [_check(folder, play=arguments.play, seed=arguments.seed) for folder in arguments.packs]
    return 0 if all(results) else 1


def all_faults(folder: Path, *, play: bool, seed: int = 1) -> tuple[Pack, tuple[Fault, ...]]:
    """What could be read of a pack, and every fault in it."""
    reading = read_pack(read_files(folder), assessment=True)
    pack = reading.pack
    known = pictures(folder, paths.assets() / "pictograms")
    faults = [*reading.faults, *check(pack, _translations(pack), known, reading.broken), *line_faults(pack)]
    faults += bank_faults(pack)
    if not any(fault.code not in _LEAVES_IT_WHOLE for fault in faults):
        faults += goal_faults(pack)
    if play and not any(fault.code is not FaultCode.MISSING_TRANSLATION for fault in faults):
        faults += [*play_faults(pack, seed), *button_faults(pack), *paper_faults(pack), *derived_faults(pack)]
    return pack, tuple(faults)


def _check(folder: Path, *, play: bool, seed: int) -> bool:
    if not folder.is_dir():
        print(_("{folder}: there is no such folder.").format(folder=folder))
        return False
    pack, faults = all_faults(folder, play=play, seed=seed)
    for line in _lines(folder, faults):
        print(line)
    if faults:
        count = ngettext("{count} fault.", "{count} faults.", len(faults)).format(count=len(faults))
        print(f"{folder}: {count}")
        return False
    print(_glad_line(folder, pack, play=play))
    for line in _templates(pack) if play else ():
        print(line)
    return True


def _templates(pack: Pack) -> Iterable[str]:
    """A line for every template of the assessment: on how many surfaces it was played, and its key steps."""
    bank = pack.assessment
    if bank is None:
        return
    for first, second in zip(bank.form("A").tasks, bank.form("B").tasks, strict=True):
        steps = ", ".join(step.id for step in pack.tasks[first.task].key_steps)
        line = _("{template}: surfaces A {a}, B {b}; key steps of both: {steps}")
        yield line.format(template=first.template, a=len(first.seeds), b=len(second.seeds), steps=steps)


def _lines(folder: Path, faults: Iterable[Fault]) -> Iterable[str]:
    return (fault_line(folder.as_posix(), fault) for fault in sorted(faults, key=lambda fault: fault.file))


def _glad_line(folder: Path, pack: Pack, *, play: bool) -> str:
    parts = [
        ngettext("{count} lesson", "{count} lessons", len(pack.lessons)).format(count=len(pack.lessons)),
        ngettext("{count} portal", "{count} portals", len(pack.portals)).format(count=len(pack.portals)),
        ngettext("{count} word", "{count} words", len(pack.words)).format(count=len(pack.words)),
    ]
    if pack.exercises:
        count = len(pack.exercises)
        parts.append(ngettext("{count} exercise", "{count} exercises", count).format(count=count))
    if play:
        tasks = len(pack.tasks)
        parts.append(ngettext("{count} task played", "{count} tasks played", tasks).format(count=tasks))
    return f"{folder}: {_('Everything is right.')} {', '.join(parts)}."


def _translations(pack: Pack) -> Mapping[str, frozenset[str]]:
    """The texts each of the pack's languages has."""
    messages = {text.msgid for text in texts(pack)}
    return {
        language: frozenset(m for m in messages if i18n.content(pack.id, m, language) is not None)
        for language in pack.languages
    }
