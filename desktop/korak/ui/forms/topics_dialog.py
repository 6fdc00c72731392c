# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of topics of the mediators' log: added, named anew, put away."""

import dataclasses
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.centre.mediation import Topic
from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.mediation_words import topic_text
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label


class TopicsDialog(Form):
    """Old entries keep their topic, also when it is put away."""

    def __init__(self, house: House, session: Session, parent: QWidget) -> None:
        note = _("What is put away cannot be chosen any more. Old entries keep it.")
        super().__init__(_("List of topics"), note, parent, (680, 620))
        self._house = house
        self._session = session
        self._renamed = Topic("")
        self._list = QWidget()
        self._edit = LineEdit()
        self._field = Field(self._edit)
        self._edit.returnPressed.connect(self._keep)
        self._keep_button = Button("", icon="plus")
        self._keep_button.clicked.connect(self._keep)
        self.body.addWidget(self._list)
        self.body.addWidget(self._field)
        self.body.addWidget(self._keep_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch()
        self.button(_("Close"), self.accept, "primary")
        self._begin(Topic(""))
        self._show()

    def _begin(self, topic: Topic) -> None:
        """Ask for the name of a topic; one without a code is new."""
        self._renamed = topic
        self._edit.setText(topic_text(topic) if topic.code else "")
        self._field.set_label(_("New name") if topic.code else _("New topic"))
        self._keep_button.setText(_("Save") if topic.code else _("Add"))

    def _rename(self, topic: Topic) -> None:
        self._begin(topic)
        self._edit.setFocus()
        self._edit.selectAll()

    def _keep(self) -> None:
        wanted = dataclasses.replace(self._renamed, name=self._edit.text())
        if self.try_to(partial(self._house.mediation.keep_topic, self._session, wanted)) is not None:
            self.refuse("")
            self._begin(Topic(""))
            self._show()

    def _put_away(self, topic: Topic) -> None:
        wanted = dataclasses.replace(topic, active=not topic.active)
        if self.try_to(partial(self._house.mediation.keep_topic, self._session, wanted)) is not None:
            self._show()

    def _show(self) -> None:
        fresh = QWidget()
        column = Form.column_of(fresh)
        for topic in self._house.mediation.topics(self._session, every=True):
            name = topic_text(topic)
            line = Fold(520)
            line.row.addWidget(Label(name, "trainer" if topic.active else "soft"), 1)
            done = QWidget()
            done.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            acts = FlowLayout(8)
            done.setLayout(acts)
            away = _("Put away") if topic.active else _("Bring back")
            for text, do in ((_("Change"), self._rename), (away, self._put_away)):
                button = Button(text, "quiet")
                set_property(button, "density", "dense")
                button.setAccessibleName(f"{text}: {name}")
                button.clicked.connect(partial(do, topic))
                acts.addWidget(button)
            line.row.addWidget(done)
            column.addWidget(line)
        self.body.replaceWidget(self._list, fresh)
        self._list.deleteLater()
        self._list = fresh
