# SPDX-License-Identifier: GPL-3.0-or-later
"""The top bar as this program uses it: where one is, who is here, languages, text size, one button."""

from functools import cached_property, partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from korak import i18n
from korak.i18n import _
from korak.settings import THEMES
from korak.ui.audio import Sounds, Voice
from korak.ui.page import Bar, Chip
from korak.ui.preferences import SCALES, Preferences
from korak.ui.widgets.buttons import Button, PillButton
from korak.ui.widgets.topbar import TopBar


class MenuPill(PillButton):
    """A pill that opens a menu filled at the last moment."""

    filling = Signal(QMenu)

    def __init__(self, icon: str) -> None:
        super().__init__(icon=icon, trailing="chevron-down")
        self.clicked.connect(self._open)

    @cached_property
    def choices(self) -> QMenu:
        """The menu, made when it is first wanted."""
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self.filling.emit, menu))
        return menu

    def _open(self) -> None:
        self.choices.setLayoutDirection(self.layoutDirection())
        below = QPoint(0, self.height() + 4)
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            # The pills stand at the end of the bar: the menu hangs from their far edge.
            below.setX(self.width() - self.choices.sizeHint().width())
        self.choices.popup(self.mapToGlobal(below))


class Head(TopBar):
    """A top bar that is filled anew by every page and holds the two menus that are always there."""

    def __init__(self, preferences: Preferences, voice: Voice, sounds: Sounds) -> None:
        super().__init__()
        self._preferences = preferences
        self._voice = voice
        self._sounds = sounds
        self._bar = Bar()
        self._narrow = False
        self._facts = QWidget()
        self._chips = QHBoxLayout(self._facts)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(16)
        self._facts.hide()
        self._languages = MenuPill("languages")
        self._text = MenuPill("a-large-small")
        self._button = Button()
        self._languages.filling.connect(self._fill_languages)
        self._text.filling.connect(self._fill_text)
        self._button.clicked.connect(self._do)
        for widget in (self._facts, self._languages, self._text, self._button):
            self.add_end(widget)
        self.retranslate()

    # setters

    def show_bar(self, bar: Bar) -> None:
        """Show what a page wants shown."""
        if bar.chips != self._bar.chips:
            self._renew_chips(bar.chips)
        self._bar = bar
        self.retranslate()

    # methods

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.set_title(self._bar.title or _("Korak"))
        languages = self._shown_languages()
        names = " + ".join(i18n.own_name(code) for code in languages)
        self._languages.setText(" + ".join(languages).upper() if self._narrow else names)
        self._languages.setAccessibleName(_("Language: {name}").format(name=names))
        self._text.setText("")
        self._text.setAccessibleName(_("Text size, colours and sound"))
        self._text.setToolTip(_("Text size, colours and sound"))
        button = self._bar.button
        self._button.setVisible(button is not None)
        if button is not None:
            self._button.setText(button.text)
            self._button.set_role("pill" if button.quiet else "secondary")

    def main_button(self) -> QWidget:
        """The button of the page, or the languages where it has none."""
        return self._languages if self._bar.button is None else self._button

    def fill_menus(self) -> None:
        """Fill both menus with what can be chosen now."""
        self._fill_languages(self._languages.choices)
        self._fill_text(self._text.choices)

    def actions_of_menus(self) -> tuple[QAction, ...]:
        """Everything that can be chosen."""
        return (*self._languages.choices.actions(), *self._text.choices.actions())

    # internal

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the languages where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < 900 * self.theme().scale
        if narrow != self._narrow:
            self._narrow = narrow
            self._renew_chips(self._bar.chips)
            self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _do(self) -> None:
        if self._bar.button is not None:
            self._bar.button.do()

    def _renew_chips(self, chips: tuple[Chip, ...]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        # Where there is little room, only who is here stays.
        kept = [chip for chip in chips if chip.picture or not self._narrow]
        for chip in kept:
            shown = PillButton(chip.text, pictogram=chip.picture, parent=self._facts)
            # It tells something and does nothing: neither Tab nor the mouse stop here.
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._chips.addWidget(shown)
        self._facts.setVisible(bool(kept))

    def _shown_languages(self) -> tuple[str, ...]:
        first, second = i18n.language(), self._preferences.second_language
        if first != i18n.CONTENT_LANGUAGE and self._bar.second_languages:
            return (first, i18n.CONTENT_LANGUAGE)  # what is learned stays Slovenian
        if second is None or second == first or second not in self._bar.second_languages:
            return (first,)
        return (first, second)

    def _fill_languages(self, menu: QMenu) -> None:
        menu.clear()
        _heading(menu, _("Language of the program"))
        programme = QActionGroup(menu)
        for known in i18n.languages():
            name = _("{language} (draft)").format(language=known.own_name) if known.draft else known.own_name
            action = _checkable(menu, name, known.code == i18n.language(), programme)
            action.triggered.connect(partial(self._preferences.choose_language, known.code))
        if not self._bar.second_languages:
            return
        _heading(menu, _("Below the Slovenian text"))
        second = QActionGroup(menu)
        chosen = self._preferences.second_language
        nothing = _checkable(menu, _("Slovenian only"), chosen not in self._bar.second_languages, second)
        nothing.triggered.connect(partial(self._preferences.choose_second, i18n.CONTENT_LANGUAGE))
        for code in self._bar.second_languages:
            action = _checkable(menu, i18n.own_name(code), code == chosen, second)
            action.triggered.connect(partial(self._preferences.choose_second, code))

    def _fill_text(self, menu: QMenu) -> None:
        menu.clear()
        now = self._preferences.settings
        _heading(menu, _("Text size"))
        sizes = QActionGroup(menu)
        for scale in SCALES:
            text = _("{n} %").format(n=round(scale * 100))
            action = _checkable(menu, text, abs(scale - now.text_scale) < 0.01, sizes)
            action.triggered.connect(partial(self._preferences.choose_scale, scale))
        _heading(menu, _("Colours"))
        colours = QActionGroup(menu)
        for name in THEMES:
            action = _checkable(menu, self._theme_name(name), name == now.theme, colours)
            action.triggered.connect(partial(self._preferences.choose_theme, name))
        _heading(menu, _("Sound and movement"))
        _checkable(menu, _("Sounds and voice"), now.sound).toggled.connect(self._hear)
        _checkable(menu, _("Slow voice"), now.slow_speech).toggled.connect(self._speak_slowly)
        if self._preferences.can_read_aloud:
            reading = _checkable(menu, _("Read the steps aloud"), self._preferences.reads_aloud)
            reading.toggled.connect(self._preferences.choose_reading)
        _checkable(menu, _("Less movement"), bool(now.reduced_motion)).toggled.connect(
            self._preferences.choose_motion
        )

    def _theme_name(self, name: str) -> str:
        return {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}[name]

    def _hear(self, on: bool) -> None:
        self._preferences.choose_sound(on)
        self._voice.set_on(on)
        self._sounds.set_on(on)

    def _speak_slowly(self, slow: bool) -> None:
        self._preferences.choose_slow_speech(slow)
        self._voice.set_slow(slow)


def _checkable(menu: QMenu, text: str, checked: bool, group: QActionGroup | None = None) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(checked)
    if group is not None:
        group.addAction(action)
    return action


def _heading(menu: QMenu, text: str) -> None:
    """A line that says what the choices below are about; Qt's own sections show no text in this style."""
    if menu.actions():
        menu.addSeparator()
    heading = menu.addAction(text)
    heading.setEnabled(False)
