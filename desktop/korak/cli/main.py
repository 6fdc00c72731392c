# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed after `korak`: a verb and its arguments, or none to start the program."""

import argparse
import gettext
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn, Protocol, cast

from korak import __version__, i18n, paths, settings
from korak.i18n import N_, _

DONE, FAILED, MISUSED = 0, 1, 2

Start = Callable[[Path], int]

VERBS: Mapping[str, str] = {
    "check": N_("check a pack and say what is wrong in it"),
    "texts": N_("write the template with all texts of a pack for translators"),
    "vocabulary": N_("take the words of a topic along: for Anki, as a sheet, as cards"),
    "lock": N_("fix the item versions of a pack's bank"),
    "schema": N_("write the JSON Schema of the pack files"),
    "voices": N_("list the voices, or let a Piper voice say a whole pack ahead of time"),
    "demo": N_("make a demo centre with fictitious people"),
    "sheets": N_("make the sheets of the assessment as PDF files"),
    "stories": N_("make the web page and the booklet of the learners' stories"),
    "export": N_("write the results of the assessment as a spreadsheet"),
    "backup": N_("make a verified backup"),
    "restore": N_("list the backups or put one back"),
}

# argparse speaks through gettext with these; they stand here so that the catalogues have them.
ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid %(type)s value: %(value)r"),
    N_("%(prog)s: error: %(message)s\n"),
)


class Verb(Protocol):
    """What a verb's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments the verb takes."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and return the exit code."""
        ...


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, and where to read more."""
        more = _("Read more: %(command)s --help") % {"command": self.prog}
        self.exit(MISUSED, f"{self.prog}: {message}\n{more}\n")


def main(arguments: Sequence[str], start: Start) -> int:
    """Do what the arguments say; without a verb, start the program on a data folder."""
    _speak(_folder_in(arguments))
    verb = arguments[0] if arguments else ""
    if verb in VERBS:
        return _run(verb, arguments[1:])
    parser = _start_parser()
    if verb and not verb.startswith("-"):
        parser.error(_("There is no verb “%(verb)s”.") % {"verb": verb})
    return start(paths.data_folder(parser.parse_args(arguments).data))


def _run(verb: str, arguments: Sequence[str]) -> int:
    module = cast("Verb", import_module(f"korak.cli.{verb}"))
    parser = _Parser(prog=f"korak {verb}", description=_sentence(_(VERBS[verb])))
    module.add_arguments(parser)
    try:
        return module.run(parser.parse_args(arguments))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever reads has read enough (`korak texts | head`).
        sys.stdout = None
        return DONE


def _start_parser() -> argparse.ArgumentParser:
    verbs = "\n".join(f"  {verb:<11} {_(what)}" for verb, what in VERBS.items())
    parser = _Parser(
        prog="korak",
        usage="korak [--data DIR]\n       korak VERB ...",
        description=_("Without a verb, the program starts."),
        epilog=f"{_('verbs:')}\n{verbs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"Korak {__version__}", help=_("show the version")
    )
    add_data(parser)
    return parser


def add_data(parser: argparse.ArgumentParser) -> None:
    """Let a verb take the data folder."""
    parser.add_argument("--data", type=Path, metavar="DIR", help=_("the folder with the centre's data"))


def _folder_in(arguments: Sequence[str]) -> Path:
    """Return the data folder the arguments name; its settings say which language to speak."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word == "--data" and following:
            return paths.data_folder(Path(following))
        if word.startswith("--data="):
            return paths.data_folder(Path(word.removeprefix("--data=")))
    return paths.data_folder()


def _speak(folder: Path) -> None:
    language = settings.load(folder).language
    i18n.set_language(language)
    os.environ["LANGUAGE"] = i18n.language()
    gettext.bindtextdomain(i18n.PROGRAMME, paths.locales())
    gettext.textdomain(i18n.PROGRAMME)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
