# SPDX-License-Identifier: GPL-3.0-or-later
"""The last thing on the wall: what the group can do now, and the lesson given to it to practise."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.classroom import Assignment, Given
from korak.centre.people import Group, Session
from korak.content.lesson import Lesson
from korak.i18n import CONTENT_LANGUAGE, _
from korak.services.classroom import Classroom
from korak.ui.announce import announce
from korak.ui.folding import Fold, fit_strip
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import PicturePanel
from korak.ui.widgets.scroll import Scroller


class Giving:
    """How the lesson is given to the group to practise, and taken back."""

    def __init__(self, classroom: Classroom, session: Session, lesson_id: str, group: Group | None) -> None:
        self._classroom = classroom
        self._session = session
        self._lesson_id = lesson_id
        self._group = group

    @property
    def whom(self) -> str:
        """The group's name, or nothing where there is none."""
        return self._group.name if self._group is not None else ""

    @property
    def given(self) -> Assignment | None:
        """What stands on the learners' first page, or None."""
        if self._group is None:
            return None
        group = self._group.id
        known = self._classroom.given(self._session, group)
        wanted = (group, Given.LESSON, self._lesson_id)
        return next((one for one in known if (one.group, one.what, one.name) == wanted), None)

    def give(self) -> None:
        """Give it to the whole group."""
        if self._group is not None:
            self._classroom.give(self._session, Given.LESSON, self._lesson_id, group_id=self._group.id)

    def take_back(self) -> None:
        """Take it back."""
        given = self.given
        if given is not None:
            self._classroom.withdraw(self._session, given.id)


class EndView(QWidget):
    """One sentence, one picture and one button: now they practise it themselves."""

    def __init__(self, frame: Frame, pack: str, lesson: Lesson, giving: Giving) -> None:
        super().__init__()
        self._frame = frame
        self._pack = pack
        self._lesson = lesson
        self._giving = giving
        self._title = Label(role="sentence")
        self._can = Label(lesson.can_do, "lead")
        self._speak = Speaks(frame.voice, self)
        self._below = OwnWords(frame)
        self._card = Card("mint")
        self._told = Label(role="lead")
        self.button = Button(role="main", icon="send")
        self.button.clicked.connect(self._press)
        self._panel = PicturePanel("mint", lesson.pictogram)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Now it is your turn."))
        self._speak.set_name(_("Listen"))
        self._speak.set_speech(self._lesson.can_do, CONTENT_LANGUAGE)
        second = self._frame.second(self._pack, self._lesson.can_do)
        self._below.set_text(second, self._frame.below() or "")
        self.show_given()

    def show_given(self) -> None:
        """Say whether the group has the lesson."""
        whom = self._giving.whom
        given = self._giving.given is not None
        self.button.setVisible(bool(whom))
        self.button.set_role("second" if given else "main")
        self.button.set_icon("undo-2" if given else "send")
        self.button.setText(_("Take it back") if given else _("Now let them practise"))
        if given:
            self._told.setText(
                _("The lesson waits on the first page of everybody in {group}.").format(group=whom)
            )
        elif whom:
            self._told.setText(_("Give the lesson to the group {group}?").format(group=whom))
        else:
            self._told.setText(_("No group is chosen. Learners find the lesson in the course."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture its share."""
        super().resizeEvent(event)
        fit_strip(self._panel, self._content, self)

    # internal

    def _panel_folded(self, _folded: bool) -> None:
        fit_strip(self._panel, self._content, self)

    def _press(self) -> None:
        if self._giving.given is not None:
            self._giving.take_back()
        else:
            self._giving.give()
            self._frame.sounds.play("done")
        self.show_given()
        announce(self._told, self._told.text())

    def _lay_out(self) -> None:
        self._card.body.addWidget(self._told)
        self._card.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        words = QVBoxLayout()
        words.setSpacing(20)
        words.addWidget(self._title)
        words.addWidget(self._can)
        words.addWidget(self._below)
        words.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignLeading)
        words.addWidget(self._card)
        words.addStretch()
        content = self._content = Fold(900)
        content.folded.connect(self._panel_folded)
        content.row.setContentsMargins(88, 24, 88, 16)
        content.row.setSpacing(48)
        content.row.addWidget(self._panel, 2)
        content.row.addLayout(words, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
