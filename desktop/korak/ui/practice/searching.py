# SPDX-License-Identifier: GPL-3.0-or-later
"""A field to search with: its button beside it, what was found below it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.fields import Search
from korak.practice.actions import Press
from korak.practice.view import BlockView, LinkView
from korak.ui.practice.block import clear
from korak.ui.practice.portal import PortalButton, PortalLink, PortalLook
from korak.ui.practice.table import EmptyLine
from korak.ui.practice.typed import TypedBox
from korak.ui.widgets.labels import Label


class SearchBox(TypedBox):
    """A field to search with, and its results."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        self._portal = look
        self._found: tuple[LinkView, ...] | None = None
        self._links: dict[str, PortalLink] = {}
        super().__init__(view)

    def dress(self, view: BlockView) -> None:
        words = view.block.button if isinstance(view.block, Search) else ""
        self._go = PortalButton(self._portal, words)
        self._go.clicked.connect(self._search)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.editor, 1)
        across.addWidget(self._go)
        self._results = QVBoxLayout()
        self._results.setSpacing(4)
        self.add_editor(row)
        self.lines.addLayout(self._results)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        if view.results == self._found:
            return
        self._found = view.results
        clear(self._results)
        self._links = {}
        nothing = view.block.empty if isinstance(view.block, Search) else ""
        if view.results == () and nothing:
            self._results.addWidget(EmptyLine("search", nothing))
        for result in view.results or ():
            self._results.addWidget(self._result(result))

    def part(self, target: str) -> QWidget | None:
        return self._go if target == f"{self.field}/go" else self._links.get(target)

    def wear(self, look: PortalLook) -> None:
        self._portal = look
        self._go.set_look(look)
        for link in self._links.values():
            link.set_look(look)

    def _enter(self) -> None:
        """Enter searches; it does not press the page's main button."""
        self.flush()
        self._search()

    def _search(self) -> None:
        self.flush()
        self.acted.emit(Press(f"{self.field}/go"))

    def _result(self, result: LinkView) -> QWidget:
        card = QWidget()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 6)
        inside.setSpacing(0)
        link = PortalLink(self._portal, result.text)
        link.clicked.connect(partial(self._press, result.target))
        self._links[result.target] = link
        inside.addWidget(link)
        if result.detail:
            inside.addWidget(Label(result.detail, "portal-help"))
        return card

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))
