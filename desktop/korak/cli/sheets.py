# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak sheets``: the sheets of the assessment as files, without a window."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from korak import paths
from korak.cli.main import add_data
from korak.cli.trainer import say_group_fault, trainer_of
from korak.clock import SystemClock
from korak.i18n import _
from korak.services.faults import ServiceFault
from korak.services.result_sheets import SheetKind, Wanted

ALL = "all"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    add_data(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help=_("where the files go"))
    parser.add_argument("--group", metavar="CODE", default="", help=_("only the group with this code"))
    parser.add_argument(
        "--kind", choices=[*(kind.value for kind in SheetKind), ALL], default=ALL, help=_("which sheets")
    )
    parser.add_argument(
        "--freeze",
        action="store_true",
        help=_("make the funder's report as a version to hand out; without it, it is a draft"),
    )


def run(arguments: Namespace) -> int:
    """Make the sheets; every file is named as soon as it is there."""
    try:
        with trainer_of(paths.data_folder(arguments.data), SystemClock()) as (house, session):
            kinds = tuple(SheetKind) if arguments.kind == ALL else (SheetKind(arguments.kind),)
            jobs = house.result_sheets.jobs(session, Wanted(kinds, arguments.group, arguments.freeze))
            if not jobs:
                print(
                    _("There is nothing to print yet: nobody here has what these sheets show."),
                    file=sys.stderr,
                )
            for number, path in enumerate(house.result_sheets.write(session, jobs, arguments.out), 1):
                print(path)
                _progress(number, len(jobs))
    except ServiceFault as fault:
        return say_group_fault(fault, arguments.group)
    return 0


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{of}", end="" if done < of else "\n", file=sys.stderr, flush=True)
