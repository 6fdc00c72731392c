# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page for recording: every word and sentence of the course, heard in a voice one knows."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.content.clips import Said
from korak.content.sound import Sound
from korak.i18n import CONTENT_LANGUAGE, _, ngettext
from korak.services.house import House
from korak.services.voices import Clip, Line, Origin, Taken
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.recording import Recorder, microphone
from korak.ui.voice_table import VoiceLinesModel, Wanted
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.level import LevelBar
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.table import Table
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for_any

_LEAST_ROWS = 8


class OwnVoicePage(DeskPage):
    """A table of what can be recorded; beside it one text, the microphone, and what came of it."""

    here = "words"
    going = Signal(int, int)

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._wanted = Wanted.MISSING
        self._line: Line | None = None
        self._saving = False
        self._stopped = Event()
        self._recorder = Recorder(self)
        self._recorder.changed.connect(self._show_recorder)
        self._recorder.loudness.connect(self._show_level)
        self._head = Headline()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose)
        self._export = Button(icon="upload")
        self._export.clicked.connect(self._ask_where_to)
        self._import = Button(icon="download")
        self._import.clicked.connect(self._ask_where_from)
        self._model = VoiceLinesModel(house.pack.words, self)
        self._table = Table()
        self._table.setModel(self._model)
        self._table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._empty = Label(role="lead")
        self._card = Card("card")
        self._text = Label(role="title")
        self._what = Label(role="soft")
        self._level = LevelBar()
        self._record = Button(role="main", icon="mic")
        self._record.clicked.connect(self._record_or_keep)
        self._listen = Button(role="second", icon="volume-2")
        self._listen.clicked.connect(self._hear)
        self._slowly = Button(role="quiet", icon="volume-1")
        self._slowly.clicked.connect(self._hear_slowly)
        self._delete = Button(role="quiet", icon="trash-2")
        self._delete.clicked.connect(self._remove)
        self._undo = Button(role="quiet", icon="undo-2")
        self._undo.clicked.connect(self._put_back)
        self._next = Button(role="second", trailing="arrow-right")
        self._next.clicked.connect(self._go_on)
        self._status = Label(role="body")
        self._no_microphone = Label(role="body")
        self._again = Button(role="link")
        self._again.clicked.connect(self._look_for_microphone)
        self._bar = ProgressLine()
        self._cancel = Button(role="quiet", icon="x")
        self._cancel.clicked.connect(self._stopped.set)
        self._moved = Label(role="soft")
        self.going.connect(self._show_going)
        frame.voice.changed.connect(self._show_recorder)
        self._lay_out()

    # what a page tells about itself

    def main_widget(self) -> QWidget:
        """The button that records, or the table where nothing can be recorded."""
        return self._record if self._record.isVisibleTo(self) and self._line else self._table

    def help_texts(self) -> tuple[str, ...]:
        """How recording goes."""
        return (
            _("Press “Record”, speak, press “Stop”. What you said is kept at once."),
            _("Learners hear your voice before every other one. “Delete” brings the other voice back."),
        )

    # what happens to the page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Own voice"))
        self._back.setText(_("Words"))
        self._menu.setAccessibleName(_("What is listed"))
        names = {
            Wanted.MISSING: _("Not recorded yet"),
            Wanted.WORDS: _("Words"),
            Wanted.SENTENCES: _("Sentences"),
            Wanted.RECORDED: _("Recorded here"),
        }
        self._menu.set_choices([(wanted.value, name) for wanted, name in names.items()])
        self._menu.setText(names[self._wanted])
        self._menu.set_current(self._wanted.value)
        self._export.setText(_("Export"))
        self._import.setText(_("Import"))
        self._table.setAccessibleName(_("Words and sentences to record"))
        self._listen.setText(_("Listen"))
        self._slowly.setText(_("Slowly"))
        self._delete.setText(_("Delete"))
        self._undo.setText(_("Put back"))
        self._next.setText(_("Next"))
        self._cancel.setText(_("Cancel"))
        self._again.setText(_("Look again"))
        self._no_microphone.setText(
            _("There is no microphone here. Plug one in, or import recordings of another computer.")
        )
        self._empty.setText(_("Everything is recorded."))
        self._level.setAccessibleName(_("How loud you are"))
        self._show_recorder()
        self._show_counts()

    def shown(self) -> None:
        """Ask for the lines."""
        self._look_for_microphone()
        self._fill()

    def leave(self) -> None:
        """Be silent; what was being recorded is let go."""
        self._stopped.set()
        self._recorder.forget()
        self.frame.voice.stop()

    def back(self) -> None:
        """Go to the words of the group."""
        self.frame.navigator.desk("words")

    # properties

    @property
    def model(self) -> VoiceLinesModel:
        """What is listed."""
        return self._model

    @property
    def status(self) -> str:
        """What was said last about a recording."""
        return self._status.text()

    # slots

    def _choose(self, wanted: str) -> None:
        self._wanted = Wanted(wanted)
        self.retranslate()
        self._fill()

    def _row_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = self._model.line(now.row())
        if line is None or (self._line is not None and line.text == self._line.text):
            return
        self._recorder.forget()
        self.frame.voice.stop()
        self._line = line
        self._say("")
        self._undo.hide()
        self._level.clear()
        self._show_line()

    def _record_or_keep(self) -> None:
        if not self._recorder.recording:
            self.frame.voice.stop()
            self._say("")
            self._level.clear()
            self._recorder.record()
            if not self._recorder.recording:
                self._look_for_microphone()
            return
        self._recorder.stop()
        line, sound = self._line, self._recorder.sound()
        self._recorder.forget()
        if line is not None:
            self._saving = True
            self._show_recorder()
            work = partial(_keep, self.house, self.session, line.text, sound)
            self.frame.background.run(work, partial(self._kept, line), self._failed)

    def _kept(self, line: Line, _clip: Clip) -> None:
        self._saving = False
        self._level.clear()
        self._changed(line.text)
        self._undo.hide()
        self._say(_("Recorded. Listen, or go on."))
        self._hear()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, fault: Exception) -> None:
        self._saving = False
        words = words_for_any(fault)
        self._show_recorder()
        self._say(f"{words.happened} {words.todo}")
        self._record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self) -> None:
        if self._line is not None:
            self.frame.voice.say(self._line.text, CONTENT_LANGUAGE)

    def _hear_slowly(self) -> None:
        if self._line is not None:
            self.frame.voice.say(self._line.text, CONTENT_LANGUAGE, slow=True)

    def _remove(self) -> None:
        self._change_by(self.house.voices.remove, _("Deleted. “Put back” brings it back."), undo=True)

    def _put_back(self) -> None:
        self._change_by(self.house.voices.put_back, _("The recording is back."), undo=False)

    def _go_on(self) -> None:
        following = self._table.currentIndex().row() + 1
        if following < self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(following, 0))
            self._record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for_microphone(self) -> None:
        there = microphone()
        self._record.setVisible(there)
        self._level.setVisible(there)
        self._no_microphone.setVisible(not there)
        self._again.setVisible(not there)

    # to other computers and back

    def _ask_where_to(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where to"))
        if chosen:
            self._move(partial(self.house.voices.take_out, self.session, Path(chosen)), self._taken_out)

    def _ask_where_from(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("A folder of recordings"))
        if chosen:
            self._move(partial(self.house.voices.bring_in, self.session, Path(chosen)), self._brought_in)

    def _move(self, work: "partial[int] | partial[Taken]", done: object) -> None:
        self._stopped.clear()
        self._show_moving(True)
        self.frame.background.run(partial(work, going=self._told), done, self._not_moved)  # pyright: ignore[reportArgumentType]

    def _told(self, count: int, of: int) -> bool:
        """In the worker: tell how far it is; False once somebody has cancelled."""
        self.going.emit(count, of)
        return not self._stopped.is_set()

    def _show_going(self, count: int, of: int) -> None:
        self._bar.set_part(count, of)

    def _taken_out(self, new: int) -> None:
        self._show_moving(False)
        text = ngettext("{n} recording exported.", "{n} recordings exported.", new)
        self._tell_moved(text.format(n=new))

    def _brought_in(self, taken: Taken) -> None:
        self._show_moving(False)
        text = ngettext("{n} recording imported.", "{n} recordings imported.", taken.new).format(n=taken.new)
        if taken.left:
            bad = ngettext("{n} file is no recording.", "{n} files are no recordings.", taken.left)
            text = f"{text} {bad.format(n=taken.left)}"
        self._tell_moved(text)
        self.frame.voice.use_clips(self.house.voices)
        self._fill()

    def _not_moved(self, fault: Exception) -> None:
        self._show_moving(False)
        words = words_for_any(fault)
        self._tell_moved(f"{words.happened} {words.todo}")

    def _tell_moved(self, text: str) -> None:
        self._moved.setText(text)
        self._moved.show()
        announce(self, text)

    def _show_moving(self, moving: bool) -> None:
        self._bar.setVisible(moving)
        self._bar.set_part(0, 1)
        self._cancel.setVisible(moving)
        self._moved.setVisible(not moving and bool(self._moved.text()))
        self._export.setEnabled(not moving)
        self._import.setEnabled(not moving)

    # internal

    def _fill(self) -> None:
        lines = [line for line in self.house.voices.lines(self.session) if self._wanted.takes(line)]
        before = self._line.text if self._line is not None else ""
        self._model.show_lines(lines)
        place = max(self._model.place_of(before), 0)
        self._line = None
        self._undo.hide()
        self._say("")
        self._table.setVisible(bool(lines))
        self._empty.setVisible(not lines and self._wanted is Wanted.MISSING)
        self._card.setVisible(bool(lines))
        if lines:
            self._table.setCurrentIndex(self._model.index(place, 0))
            self._line = self._model.line(place)
        self._show_line()
        self._show_counts()
        # Only now the bar at the table's side is there or gone.
        QTimer.singleShot(0, self._table.fit_columns)

    def _change_by(self, act: object, said: str, *, undo: bool) -> None:
        line = self._line
        if line is None or not callable(act):
            return
        self._recorder.forget()
        self.frame.voice.stop()
        try:
            act(self.session, line.text)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is told here
            self._failed(fault)
            return
        self._changed(line.text)
        self._undo.setVisible(undo)
        self._say(said)
        (self._undo if undo else self._record).setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, text: str) -> None:
        """A recording has come or gone: show it in its line, and let every loudspeaker know."""
        fresh = next(line for line in self.house.voices.lines(self.session) if line.text == text)
        place = self._model.place_of(text)
        if place >= 0:
            self._model.renew(place, fresh)
        if self._line is not None and self._line.text == text:
            self._line = fresh
        self.frame.voice.use_clips(self.house.voices)
        self._show_line()
        self._show_counts()

    def _show_line(self) -> None:
        line = self._line
        if line is not None:
            self._text.setText(line.text)
            self._what.setText(self._said_by(line))
        self._show_recorder()

    def _said_by(self, line: Line) -> str:
        what = _("word") if line.said is Said.WORD else _("sentence")
        if line.origin is Origin.OWN:
            return _("{what}, recorded here").format(what=what)
        if line.origin is not None:
            return _("{what}, another voice reads it").format(what=what)
        return _("{what}, not recorded yet").format(what=what)

    def _show_recorder(self) -> None:
        recording = self._recorder.recording
        own = self._line is not None and self._line.origin is Origin.OWN
        begin = _("Record again") if own else _("Record")
        self._record.setText(_("Stop") if recording else begin)
        self._record.set_icon("square" if recording else "mic")
        self._record.setEnabled(not self._saving)
        speaks = self._line is not None and self.frame.voice.can_say(self._line.text, CONTENT_LANGUAGE)
        for button in (self._listen, self._slowly):
            button.setVisible(speaks)
            button.setEnabled(not recording and not self._saving)
        self._delete.setVisible(own and not recording)
        self._next.setEnabled(not recording and not self._saving)

    def _show_level(self, level: float) -> None:
        self._level.set_level(level)

    def _show_counts(self) -> None:
        lines = self.house.voices.lines(self.session)
        words = [line for line in lines if line.said is Said.WORD]
        done = sum(line.origin in {Origin.OWN, Origin.PACK} for line in words)
        sentences = [line for line in lines if line.said is Said.SENTENCE]
        said = sum(line.origin in {Origin.OWN, Origin.PACK} for line in sentences)
        self._head.note.setText(
            _("Recorded: words {words} of {all_words}, sentences {said} of {all_said}.").format(
                words=done, all_words=len(words), said=said, all_said=len(sentences)
            )
        )

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        if text:
            announce(self, text)

    def _lay_out(self) -> None:
        for widget in (self._menu, self._import, self._export):
            self._head.add(widget)
        acts, ways = QWidget(), QWidget()
        first, second = FlowLayout(12, acts), FlowLayout(12, ways)
        for button in (self._record, self._next):
            first.addWidget(button)
        for button in (self._listen, self._slowly, self._delete, self._undo):
            second.addWidget(button)
        self._undo.hide()
        body = self._card.body
        body.setSpacing(12)
        for widget in (self._text, self._what, self._status, self._level, self._no_microphone, self._again):
            body.addWidget(widget)
        body.addSpacing(8)
        body.addWidget(acts)
        body.addSpacing(4)
        body.addWidget(ways)
        self._status.hide()
        left, right = QVBoxLayout(), QVBoxLayout()
        self._table.setMinimumHeight(self._table.verticalHeader().defaultSectionSize() * _LEAST_ROWS)
        left.addWidget(self._table, 1)
        left.addWidget(self._empty)
        right.addWidget(self._card)
        right.addStretch()
        columns = Fold(1000, last_first=True)
        columns.row.setSpacing(16)
        columns.row.addLayout(left, 3)
        columns.row.addLayout(right, 2)
        moving = QWidget()
        row = FlowLayout(12, moving)
        for widget in (self._bar, self._cancel, self._moved):
            row.addWidget(widget)
            widget.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(12)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._head)
        column.addWidget(moving)
        column.addWidget(columns, 1)
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _keep(house: House, session: Session, text: str, sound: Sound) -> Clip:
    return house.voices.keep(session, text, sound)
