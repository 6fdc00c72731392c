# SPDX-License-Identifier: GPL-3.0-or-later
"""Which widget draws which block of a portal's page."""

from korak.content import blocks, fields
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
        case blocks.Heading():
            box: BlockBox = WordsBox("portal-heading")
        case blocks.Text():
            box = WordsBox("portal-text")
        case blocks.Notice(tone=tone):
            box = NoticeBox(tone)
        case blocks.List():
            box = ListBox()
        case blocks.Link():
            box = LinkBox(view.target, look)
        case blocks.Button(main=main):
            box = ButtonBox(view.target, look, main=main)
        case fields.TextField() | fields.Password() | fields.SmsCode():
            box = TypedBox(view)
        case fields.Select():
            box = SelectBox(view)
        case fields.Radio():
            box = RadioBox(view)
        case fields.Checkbox():
            box = TickBox(view)
        case blocks.Messages():
            box = RowsBox()
        case _:
            box = BlockBox()  # kinds of issue 3: world2-ui draws them
    box.show_view(view)
    return box
