# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened in a moment of a run, in one short sentence for the trainer."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from korak.i18n import _
from korak.practice import actions as act
from korak.practice.replaying import Moment, MomentKind

_LONGEST = 120  # signs of a typed text that are shown


def told(moment: Moment, widget: QWidget | None) -> str:
    """Say what was done; the widget it was done with lends its name."""
    if moment.kind is MomentKind.HELP:
        return {1: _("Language help"), 2: _("A hint"), 3: _("Shown, or done with the trainer")}.get(
            moment.level, _("Help")
        )
    if moment.kind is not MomentKind.ACTION or moment.action is None:
        ends = _("The end: the goal was reached.") if moment.reached else _("The end: handed in like this.")
        return {
            MomentKind.UNDO: _("Takes the last thing back."),
            MomentKind.RESTART: _("Begins the task again."),
        }.get(moment.kind, ends)
    return _told_action(moment.action, _name(widget))


def _told_action(action: act.Action, name: str) -> str:
    match action:
        case act.Fill(_field, text):
            typed = " ".join(text.split())
            typed = typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…"
            line = _("Writes “{text}” · {field}") if typed else _("Empties the field · {field}")
            return line.format(text=typed, field=name)
        case act.Choose(_field, index):
            return _("Chooses number {n} · {field}").format(n=index + 1, field=name)
        case act.Tick(_field, on):
            return (_("Ticks · {field}") if on else _("Takes the tick away · {field}")).format(field=name)
        case act.TypeAddress(text):
            return _("Writes the address {text}").format(text=text)
        case act.Wait(minutes):
            return _("Waits {n} minutes").format(n=minutes)
        case _:
            return _plain(action, name)


def _plain(action: act.Action, name: str) -> str:
    words: dict[type[act.Action], str] = {
        act.Back: _("Goes back"),
        act.Forward: _("Goes forward"),
        act.Reload: _("Loads the page again"),
        act.NewTab: _("Opens a tab"),
        act.CloseTab: _("Closes a tab"),
        act.SwitchTab: _("Turns to another tab"),
        act.ShowPadlock: _("Looks at the padlock"),
        act.Print: _("Prints"),
        act.Bookmark: _("Sets a bookmark"),
        act.Unlock: _("Unlocks the phone"),
        act.OpenMessage: _("Opens a message"),
        act.CloseMessage: _("Closes the message"),
    }
    said = words.get(type(action))
    return said or _("Presses “{name}”").format(name=name or _("something on the page"))


def _name(widget: QWidget | None) -> str:
    """What the thing is called on the page."""
    if widget is None:
        return ""
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton | QLabel):
        name = widget.text()
    elif not name and isinstance(widget, QComboBox):
        name = widget.currentText()
    return " ".join(name.replace("&", "").split())
