# SPDX-License-Identifier: GPL-3.0-or-later
"""Which widget draws which block of a portal's page."""

from typing import assert_never

from korak.content import portal
from korak.practice.view import BlockView
from korak.ui.practice.block import BlockBox
from korak.ui.practice.choosing import RadioBox, SelectBox, TickBox
from korak.ui.practice.portal import PortalLook
from korak.ui.practice.pressing import ButtonBox, LinkBox
from korak.ui.practice.reading import ListBox, NoticeBox, RowsBox, WordsBox
from korak.ui.practice.typed import TypedBox


def block_box(view: BlockView, look: PortalLook) -> BlockBox:  # noqa: C901 - one case a kind
    """A widget for a block; the type checker names a kind that has none."""
    match view.block:
        case portal.Heading():
            box: BlockBox = WordsBox("portal-heading")
        case portal.Text():
            box = WordsBox("portal-text")
        case portal.Notice(tone=tone):
            box = NoticeBox(tone)
        case portal.List():
            box = ListBox()
        case portal.Link():
            box = LinkBox(view.target, look)
        case portal.Button(main=main):
            box = ButtonBox(view.target, look, main=main)
        case portal.TextField() | portal.Password() | portal.SmsCode():
            box = TypedBox(view)
        case portal.Select():
            box = SelectBox(view)
        case portal.Radio():
            box = RadioBox(view)
        case portal.Checkbox():
            box = TickBox(view)
        case portal.Messages():
            box = RowsBox()
        case _:
            assert_never(view.block)
    box.show_view(view)
    return box
