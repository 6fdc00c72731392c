# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the first start, one widget each: what is asked, and whether it is answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.i18n import _
from korak.services.vault import Vault
from korak.ui.forms.backups import BackupList
from korak.ui.forms.learners import LearnerRows
from korak.ui.forms.recovery import RecoverySheet
from korak.ui.forms.secret import NewPassphrase
from korak.ui.frame import Frame
from korak.ui.widgets.cards import Door
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.labels import Label


class Step(QWidget):
    """One step; `changed` may make it ready, `finished` is Enter in its last field."""

    changed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def title(self) -> str:
        """What stands above the step."""
        return ""

    def lead(self) -> str:
        """A sentence below the title."""
        return ""

    def main_text(self) -> str:
        """What the main button says; nothing where there is none."""
        return _("Next")

    def ready(self) -> bool:
        """Whether one can go on."""
        return False

    def first(self) -> QWidget:
        """The widget that has the focus when the step comes."""
        return self

    def retranslate(self) -> None:
        """Set every text in the current language."""


class ChoiceStep(Step):
    """Three doors: a new centre, a demo, a backup."""

    new = Signal()
    demo = Signal()
    restore = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.new_door = Door(pictogram="seedling")
        self.new_door.clicked.connect(self.new)
        self.demo_door = Door(pictogram="busts-in-silhouette")
        self.demo_door.clicked.connect(self.demo)
        self.restore_door = Door(pictogram="floppy-disk")
        self.restore_door.clicked.connect(self.restore)
        for door in (self.new_door, self.demo_door, self.restore_door):
            self.column.addWidget(door)

    def title(self) -> str:
        """The first words of the program."""
        return _("Welcome to Korak")

    def lead(self) -> str:
        """One question."""
        return _("How do you want to begin?")

    def main_text(self) -> str:
        """The doors are the buttons here."""
        return ""

    def first(self) -> QWidget:
        """The door to a new centre."""
        return self.new_door

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.new_door.set_title(_("New centre"))
        self.new_door.set_note(_("A name, a passphrase, the first group"))
        self.demo_door.set_title(_("Try a demo centre"))
        self.demo_door.set_note(_("Invented people, ready at once"))
        self.restore_door.set_title(_("Restore from a backup"))
        self.restore_door.set_note(_("The centre of another computer"))


class NamesStep(Step):
    """The centre's name and the trainer's."""

    def __init__(self) -> None:
        super().__init__()
        self._centre_edit = LineEdit()
        self._trainer_edit = LineEdit()
        self._centre = Field(self._centre_edit)
        self._trainer = Field(self._trainer_edit)
        self._centre_edit.returnPressed.connect(self._trainer_edit.setFocus)
        self._trainer_edit.returnPressed.connect(self.finished)
        for edit, field in ((self._centre_edit, self._centre), (self._trainer_edit, self._trainer)):
            edit.textChanged.connect(self.changed)
            self.column.addWidget(field)

    @property
    def centre(self) -> str:
        """The centre's name."""
        return self._centre_edit.text().strip()

    @property
    def trainer(self) -> str:
        """The trainer's name."""
        return self._trainer_edit.text().strip()

    def title(self) -> str:
        """What this step is about."""
        return _("Your centre")

    def lead(self) -> str:
        """Where the names go."""
        return _("These names stay on this computer.")

    def ready(self) -> bool:
        """Both are there."""
        return bool(self.centre and self.trainer)

    def first(self) -> QWidget:
        """The centre's name."""
        return self._centre_edit

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._centre.set_label(_("Name of the centre"))
        self._trainer.set_label(_("Your name"))
        self._trainer.set_hint(_("The trainer's name, as the learners know it."))


class SecretStep(Step):
    """The trainer's passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self.secret = NewPassphrase()
        self.secret.changed.connect(self.changed)
        self.secret.finished.connect(self.finished)
        self.column.addWidget(self.secret)

    def title(self) -> str:
        """What this step is about."""
        return _("Your passphrase")

    def lead(self) -> str:
        """What it protects."""
        return _("It protects the data of your learners. Only trainers know it.")

    def ready(self) -> bool:
        """Strong enough, and the same twice."""
        return bool(self.secret.passphrase)

    def first(self) -> QWidget:
        """The first field."""
        return self.secret


class LearnersStep(Step):
    """The first group and who is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._group_edit = LineEdit()
        self._group = Field(self._group_edit)
        self._group_edit.textChanged.connect(self.changed)
        self.rows = LearnerRows()
        self._label = Label(role="strong")
        self._note = Label(role="soft")
        self._group_edit.returnPressed.connect(self.rows.setFocus)
        self.column.addWidget(self._group)
        self.column.addSpacing(8)
        self.column.addWidget(self._label)
        self.column.addWidget(self._note)
        self.column.addWidget(self.rows)

    @property
    def group(self) -> str:
        """The group's name."""
        return self._group_edit.text().strip()

    def title(self) -> str:
        """What this step is about."""
        return _("The first group")

    def lead(self) -> str:
        """That nothing is final."""
        return _("You can add and change people later.")

    def main_text(self) -> str:
        """The step that makes the centre."""
        return _("Set up the centre")

    def ready(self) -> bool:
        """The group has a name; learners may come later."""
        return bool(self.group)

    def first(self) -> QWidget:
        """The group's name."""
        return self._group_edit

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._group.set_label(_("Name of the group"))
        self._label.setText(_("Learners"))
        self._note.setText(
            _("Picture, name and language. Everybody chooses three pictures at the first visit.")
        )
        self.rows.retranslate()


class CodeStep(Step):
    """The recovery code, confirmed before one goes on."""

    def __init__(self, frame: Frame, centre: str, code: str) -> None:
        super().__init__()
        self._sheet = RecoverySheet(frame, centre, code)
        self._sheet.confirmed.connect(self.changed)
        self._sheet.finished.connect(self.finished)
        self.column.addWidget(self._sheet)

    def title(self) -> str:
        """What this step is about."""
        return _("Recovery code")

    def lead(self) -> str:
        """What to do now."""
        return _("Print it and lock it away.")

    def main_text(self) -> str:
        """The end of the first start."""
        return _("Begin")

    def ready(self) -> bool:
        """The last group was typed back."""
        return self._sheet.is_confirmed()

    def first(self) -> QWidget:
        """The print button."""
        return self._sheet


class RestoreStep(Step):
    """A centre brought back from a backup."""

    restored = Signal()

    def __init__(self, frame: Frame, vault: Vault) -> None:
        super().__init__()
        self._list = BackupList(frame, vault)
        self._list.restored.connect(self.restored)
        self.column.addWidget(self._list)

    def title(self) -> str:
        """What this step is about."""
        return _("Restore from a backup")

    def lead(self) -> str:
        """Where backups are."""
        return _("Choose a backup of your centre, for example on a stick.")

    def main_text(self) -> str:
        """The backups are the buttons here."""
        return ""

    def first(self) -> QWidget:
        """The newest backup, or the way to a folder."""
        return self._list.first()
