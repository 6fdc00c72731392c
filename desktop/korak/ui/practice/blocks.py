# SPDX-License-Identifier: GPL-3.0-or-later
"""Which widget draws which block of a portal's page."""

from typing import assert_never

from korak.content import blocks, fields
from korak.content.blocks import PressBlock, ReadBlock
from korak.content.fields import ChosenField, Field, TypedField
from korak.practice.view import BlockView
from korak.ui.practice.block import BlockBox
from korak.ui.practice.choosing import RadioBox, SelectBox, TickBox
from korak.ui.practice.conversation import ThreadBox
from korak.ui.practice.day import DayBox
from korak.ui.practice.opened import PreviewBox, ReceiptBox
from korak.ui.practice.picture_code import PictureCodeBox
from korak.ui.practice.portal import PortalLook
from korak.ui.practice.pressing import ButtonBox, LinkBox
from korak.ui.practice.reading import ListBox, NoticeBox, RowsBox, WordsBox
from korak.ui.practice.searching import SearchBox
from korak.ui.practice.slots import SlotsBox
from korak.ui.practice.structure import PairsBox, PictureBox, QrBox, SectionBox, StepperBox
from korak.ui.practice.table import ChoiceRowsBox, TableBox
from korak.ui.practice.ticking import ConsentBox, HumanCheckBox, TicksBox
from korak.ui.practice.typed import TypedBox
from korak.ui.practice.upload import UploadBox


def block_box(view: BlockView, look: PortalLook) -> BlockBox:
    """A widget for a block; the type checker names a kind that has none."""
    block = view.block
    if isinstance(block, ReadBlock):
        box = _to_read(block, view, look)
    elif isinstance(block, PressBlock):
        box = _to_press(block, view, look)
    else:
        box = _to_fill(block, view, look)
    box.show_view(view)
    return box


def _to_read(block: ReadBlock, view: BlockView, look: PortalLook) -> BlockBox:  # noqa: C901, PLR0911, PLR0912
    match block:
        case blocks.Heading():
            return WordsBox("portal-heading")
        case blocks.Text():
            return WordsBox("portal-text")
        case blocks.Notice(tone=tone):
            return NoticeBox(tone)
        case blocks.List():
            return ListBox()
        case blocks.Picture():
            return PictureBox()
        case blocks.Section():
            return SectionBox(look)
        case blocks.Stepper():
            return StepperBox(look)
        case blocks.Pairs() | blocks.Summary():
            return PairsBox()
        case blocks.Table():
            return TableBox(view, look)
        case blocks.Messages():
            return RowsBox()
        case blocks.Thread():
            return ThreadBox()
        case blocks.Qr():
            return QrBox(view.target)
        case _:
            assert_never(block)


def _to_press(block: PressBlock, view: BlockView, look: PortalLook) -> BlockBox:
    match block:
        case blocks.Link():
            return LinkBox(view.target, look)
        case blocks.Button(main=main):
            return ButtonBox(view.target, look, main=main)
        case blocks.Signature():
            return ButtonBox(view.target, look, main=True, icon="pencil")
        case blocks.Scan():
            return ButtonBox(view.target, look, main=False, icon="qr-code")
        case blocks.Preview():
            return PreviewBox(view, look)
        case blocks.Receipt():
            return ReceiptBox(view, look)
        case _:
            assert_never(block)


def _to_fill(block: Field, view: BlockView, look: PortalLook) -> BlockBox:
    if isinstance(block, TypedField):
        return _to_type(block, view, look)
    if isinstance(block, ChosenField | fields.Rows):
        return _to_choose(block, view, look)
    match block:
        case fields.Checkbox():
            return TickBox(view)
        case fields.Consent():
            return ConsentBox(view, look)
        case fields.Ticks():
            return TicksBox(view)
        case fields.HumanCheck():
            return HumanCheckBox(view)
        case _:
            assert_never(block)


def _to_choose(block: ChosenField | fields.Rows, view: BlockView, look: PortalLook) -> BlockBox:
    match block:
        case fields.Select():
            return SelectBox(view)
        case fields.Radio():
            return RadioBox(view)
        case fields.Slots():
            return SlotsBox(view, look)
        case fields.Rows():
            return ChoiceRowsBox(view, look)
        case _:
            assert_never(block)


def _to_type(block: TypedField, view: BlockView, look: PortalLook) -> BlockBox:
    match block:
        case fields.Date():
            return DayBox(view, look)
        case fields.PictureCode():
            return PictureCodeBox(view, look)
        case fields.Upload():
            return UploadBox(view, look)
        case fields.Search():
            return SearchBox(view, look)
        case _:
            return TypedBox(view)
