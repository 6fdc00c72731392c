# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound as numbers: what is silence, where speech begins, and what another sampling rate changes."""

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sounds import nothing, tone

from korak.content.sound import FULL, Samples, Sound, at_rate, evened, from_device, is_silent, level, trimmed


def test_a_tone_is_no_silence_and_the_hiss_of_a_microphone_is() -> None:
    assert not is_silent(tone())
    assert is_silent(nothing())
    assert is_silent(Sound(24_000, array("h")))


def test_a_click_is_not_speech() -> None:
    click = nothing()
    for place in range(100, 140):
        click.samples[place] = 20_000
    assert is_silent(click)


def test_the_silence_around_speech_is_cut_and_an_edge_stays() -> None:
    cut = trimmed(tone(0.6, quiet=1.0))
    assert 0.6 <= cut.seconds <= 0.6 + 0.3
    assert trimmed(nothing()).seconds == 1.0


def test_what_was_spoken_softly_is_as_loud_as_the_rest_but_noise_is_not_blown_up() -> None:
    soft, loud = evened(tone(loud=0.1)), evened(tone(loud=0.95))
    assert max(soft.samples) == pytest.approx(max(loud.samples), rel=0.02)
    assert max(evened(nothing()).samples) < 0.01 * FULL
    assert evened(Sound(8_000, array("h", [0, 0]))).samples == array("h", [0, 0])


def test_another_sampling_rate_keeps_the_tone() -> None:
    sound = tone(1.0, 22_050, quiet=0)
    other = at_rate(sound, 24_000)
    assert other.seconds == pytest.approx(sound.seconds, abs=0.001)
    wanted = [0.4 * 32_000 * math.sin(2 * math.pi * 440 * at / 24_000) for at in range(24_000)]
    worst = max(abs(other.samples[at] - wanted[at]) for at in range(200, 23_000))
    assert worst < 30


def test_going_down_in_rate_lets_no_high_tone_fold_back() -> None:
    high = Sound(
        48_000,
        array("h", (round(20_000 * math.sin(2 * math.pi * 15_000 * n / 48_000)) for n in range(48_000))),
    )
    assert level(at_rate(high, 16_000).samples[200:-200]) < 0.1 * level(high.samples)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Samples.SHORTS, [100, 300, -32_768, -32_768]),
        (Samples.INTEGERS, [100 << 16, 300 << 16, -(2**31), -(2**31)]),
        (Samples.FLOATS, [100 / FULL, 300 / FULL, -1.0, -1.5]),
    ],
)
def test_two_channels_of_any_kind_become_one_of_16_bits(kind: Samples, values: list[float]) -> None:
    heard = from_device(array(kind.value, values).tobytes() + b"\x00", 48_000, 2, kind)
    assert heard.samples[0] == pytest.approx(200, abs=1)
    assert heard.samples[1] == -FULL
    assert len(heard.samples) == 2


def test_floats_that_are_no_numbers_are_silence() -> None:
    sent = array("f", [float("nan"), float("inf"), -float("inf"), 0.5]).tobytes()
    assert list(from_device(sent, 48_000, 1, Samples.FLOATS).samples) == [0, 0, 0, 16_384]


def test_bytes_have_their_silence_in_the_middle() -> None:
    assert list(from_device(bytes([128, 255, 0]), 8_000, 1, Samples.BYTES).samples) == [0, 32_512, -32_767]


@given(st.binary(max_size=400), st.sampled_from(Samples), st.integers(1, 3))
def test_whatever_a_device_sends_is_heard_without_an_error(data: bytes, kind: Samples, channels: int) -> None:
    if kind is Samples.FLOATS:
        data = array("f", [byte / 255 for byte in data]).tobytes()
    heard = from_device(data, 16_000, channels, kind)
    assert all(-FULL - 1 <= sample <= FULL for sample in evened(trimmed(heard)).samples)
