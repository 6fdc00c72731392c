# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak export``: the results as a spreadsheet, under codes and without a name."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from korak import paths
from korak.cli.main import add_data
from korak.cli.trainer import say_group_fault, trainer_of
from korak.clock import SystemClock
from korak.exchange.faults import ExchangeFault
from korak.exchange.workbook import ENDINGS, file_name
from korak.i18n import _
from korak.services.faults import ServiceFault


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    add_data(parser)
    parser.add_argument("--format", choices=sorted(ENDINGS), default="xlsx", help=_("the kind of file"))
    parser.add_argument(
        "--out", type=Path, metavar="FILE", required=True, help=_("the file, or a folder for it")
    )
    parser.add_argument("--group", metavar="CODE", default="", help=_("only the group with this code"))


def run(arguments: Namespace) -> int:
    """Write the file and say where it is."""
    try:
        with trainer_of(paths.data_folder(arguments.data), SystemClock()) as (house, session):
            file: Path = arguments.out
            if file.is_dir():
                file /= file_name(arguments.group, "par", house.result_sheets.today(), arguments.format)
            for path in house.result_sheets.export(session, file, arguments.format, arguments.group):
                print(path)
    except ServiceFault as fault:
        return say_group_fault(fault, arguments.group)
    except ExchangeFault as fault:
        name = fault.details.get("file", str(arguments.out))
        print(_("%(file)s cannot be written.") % {"file": name}, file=sys.stderr)
        return 1
    return 0
