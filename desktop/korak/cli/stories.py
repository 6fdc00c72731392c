# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak stories``: the stories people agreed to show, as a web page and as a booklet, without a window."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from korak import paths
from korak.centre.retention import Use
from korak.cli.main import add_data
from korak.cli.trainer import trainer_of
from korak.cli.words import say_fault
from korak.clock import SystemClock
from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault

SITE, BOOKLET = "spletna-stran", "zgodbe.pdf"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    add_data(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help=_("where the files go"))


def run(arguments: Namespace) -> int:
    """Write the web page, its list and the booklet; say what came and what must go off the web."""
    out: Path = arguments.out
    try:
        with trainer_of(paths.data_folder(arguments.data), SystemClock()) as (house, session):
            plan = house.stories.publish(session, out / SITE)
            print(out / SITE)
            for told, shown in (
                (_("new: %(file)s"), plan.changes.added),
                (_("changed: %(file)s"), plan.changes.changed),
                (_("take off the web: %(file)s"), plan.changes.gone),
            ):
                for one in shown:
                    print(f"  {told % {'file': one.file}}")
            _write(out / BOOKLET, house.stories.booklet(session, Use.PRINT))
            print(out / BOOKLET)
    except ServiceFault as fault:
        return say_fault(fault)
    return 0


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ServiceFault(FaultKind.CANNOT_WRITE, {"file": path.name}) from error
