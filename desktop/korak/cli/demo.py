# SPDX-License-Identifier: GPL-3.0-or-later
"""`korak demo`: a centre of fictitious people, to try things out with."""

import argparse
from pathlib import Path

from korak import paths
from korak.cli.main import add_data
from korak.cli.words import say_fault
from korak.clock import SystemClock
from korak.i18n import _


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the verb takes."""
    add_data(parser)
    parser.add_argument("--groups", type=_count, default=1, metavar="N", help=_("how many groups (1)"))
    parser.add_argument("--learners", type=_count, default=12, metavar="N", help=_("how many learners (12)"))
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help=_("the same seed makes the same people (1)")
    )
    parser.add_argument(
        "--meetings",
        type=_count,
        default=8,
        metavar="N",
        help=_("how many meetings each group has held (8)"),
    )
    parser.add_argument(
        "--no-assessment", action="store_true", help=_("nobody has sat the assessment yet: quicker to make")
    )
    parser.add_argument(
        "--attempts",
        type=_count,
        default=None,
        metavar="N",
        help=_("about how many stored answers a learner has"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the centre and say how to get in."""
    from korak.services import instance  # noqa: PLC0415 - `--help` needs no database
    from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN  # noqa: PLC0415
    from korak.services.faults import ServiceFault  # noqa: PLC0415
    from korak.services.vault import Vault  # noqa: PLC0415

    folder = paths.data_folder(_path(arguments.data))
    try:
        claim = instance.claim(folder)
        try:
            house = Vault(folder, SystemClock()).create_demo(
                arguments.groups,
                arguments.learners,
                arguments.seed,
                arguments.attempts,
                arguments.meetings,
                assessed=arguments.meetings > 0 and not arguments.no_assessment,
            )
            house.close()
        finally:
            claim.release()
    except ServiceFault as fault:
        return say_fault(fault)
    print(_("A demo centre is ready in %(folder)s. Its people do not exist.") % {"folder": folder})
    print(_("Every learner's pictures: %(pictures)s.") % {"pictures": " – ".join(DEMO_PIN)})
    print(
        _("The passphrase of trainer, mediator and staff: %(passphrase)s") % {"passphrase": DEMO_PASSPHRASE}
    )
    return 0


def _path(value: object) -> Path | None:
    return value if isinstance(value, Path) else None


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


_count.__name__ = "number"  # argparse names it in its complaint
