# SPDX-License-Identifier: GPL-3.0-or-later
"""`korak voices`: which voices there are, and a whole pack said ahead of time by a Piper voice."""

import argparse
import sys
from pathlib import Path

from korak import paths
from korak.cli.main import add_data
from korak.cli.words import say_fault
from korak.content.faults import PackFaults
from korak.content.pack import Pack
from korak.i18n import CONTENT_LANGUAGE, N_, _, ngettext, own_name
from korak.services import piper, rendering
from korak.services.faults import ServiceFault
from korak.services.packs import load_pack
from korak.services.piper import PiperVoice
from korak.services.rendering import Broken, Outcome
from korak.services.voices import Origin, Voices, media_folder, opus_by

_COURSE = "koraki"
_A_LINE = 25
"""Texts after which a line says how far it is."""

_ORIGINS = {
    Origin.OWN: N_("recorded here"),
    Origin.PACK: N_("shipped with the course"),
    Origin.RENDERED: N_("rendered by Piper"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the verb takes."""
    verbs = parser.add_subparsers(dest="what", required=True, metavar="list | render")
    listing = verbs.add_parser("list", help=_("which voices and recordings there are"))
    add_data(listing)
    render = verbs.add_parser("render", help=_("let a Piper voice say a pack ahead of time"))
    add_data(render)
    render.add_argument("pack", type=Path, metavar="PACK", help=_("a pack's folder"))
    render.add_argument(
        "--language", default=CONTENT_LANGUAGE, metavar="LANGUAGE", help=_("the language to speak (sl)")
    )
    render.add_argument("--voice", metavar="NAME", help=_("the model, where there are several"))
    render.add_argument("--to", type=Path, metavar="DIR", help=_("another media pack than the centre's own"))
    render.add_argument(
        "--jobs", type=int, default=1, metavar="N", help=_("how many processes work side by side (1)")
    )


def run(arguments: argparse.Namespace) -> int:
    """List, or render."""
    folder = paths.data_folder(arguments.data)
    try:
        return _list(folder) if arguments.what == "list" else _render(arguments, folder)
    except ServiceFault as fault:
        return say_fault(fault)


def _list(folder: Path) -> int:
    home = paths.voices(folder)
    print(_("Piper models in %(folder)s:") % {"folder": home})
    models = piper.voices_in(home)
    for voice in models:
        print(f"  {voice.name}  {own_name(voice.language)}" if voice.whole else f"  {_incomplete(voice)}")
    if not models:
        print("  " + _("none"))
    print(_("The program that speaks them: %(program)s") % {"program": piper.program_for(home) or _("none")})
    print(_("Recordings:"))
    counts = Voices(folder, paths.packs(), load_pack(paths.packs() / _COURSE)).counts()
    for (origin, language), count in sorted(counts.items()):
        print(f"  {own_name(language)}, {_(_ORIGINS[origin])}: {count}")
    if not counts:
        print("  " + _("none"))
    print(_("New recordings are written as: %(kind)s") % {"kind": opus_by()})
    return 0


def _render(arguments: argparse.Namespace, folder: Path) -> int:
    home = paths.voices(folder)
    program = piper.program_for(home)
    if program is None:
        return _refuse(_("There is no program “piper” on the path or in %(folder)s.") % {"folder": home})
    voice = _chosen(home, arguments.language, arguments.voice)
    if isinstance(voice, str):
        return _refuse(voice)
    try:
        pack = load_pack(arguments.pack)
    except PackFaults as faults:
        wrong = _("%(pack)s cannot be read. “korak check %(pack)s” says what is wrong (%(count)s).")
        return _refuse(wrong % {"pack": arguments.pack, "count": len(faults.faults)})
    return _render_pack(pack, program, voice, folder, arguments)


def _render_pack(
    pack: Pack, program: str, voice: PiperVoice, folder: Path, arguments: argparse.Namespace
) -> int:
    voices = Voices(folder, arguments.pack.resolve().parent, pack)
    texts = rendering.missing(pack, voice.language, voices)
    there = len(rendering.texts_in(pack, voice.language)) - len(texts)
    home = arguments.to or media_folder(folder)
    print(
        _("%(voice)s. There already: %(there)s. To be said: %(left)s.")
        % {"voice": voice.name, "there": there, "left": len(texts)}
    )
    made = 0
    silent: list[str] = []
    try:
        for number, one in enumerate(rendering.render(texts, program, voice, home, arguments.jobs), 1):
            if one.outcome is Outcome.MADE:
                made += 1
            else:
                silent.append(f"  {one.text} ({one.why})")
            if number % _A_LINE == 0:
                print(f"{number} / {len(texts)}", flush=True)
    except Broken as broken:
        return _refuse(_("“piper” does not work: %(why)s") % {"why": broken})
    except KeyboardInterrupt:
        print(_("Stopped. Recordings made: %(made)s. The same command goes on.") % {"made": made})
        return 130
    said = ngettext("{n} recording was made in {folder}.", "{n} recordings were made in {folder}.", made)
    print(said.format(n=made, folder=home))
    if silent:
        print(_("Not said:"), *silent, sep="\n", file=sys.stderr)
    return 1 if silent else 0


def _chosen(home: Path, language: str, name: str | None) -> PiperVoice | str:
    """The model to speak with, or why there is none."""
    models = [
        one for one in piper.voices_in(home) if (one.name == name if name else one.language == language)
    ]
    whole = [one for one in models if one.whole and one.language == language]
    if whole:
        return whole[0]
    if models and not models[0].whole:
        return _incomplete(models[0])
    return _("There is no Piper model for “%(language)s” in %(folder)s.") % {
        "language": language,
        "folder": home,
    }


def _incomplete(voice: PiperVoice) -> str:
    return _("%(model)s is not whole: %(model)s.json is missing or damaged.") % {"model": voice.model.name}


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
