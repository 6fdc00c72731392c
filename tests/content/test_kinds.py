# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of exercise judges whatever is handed in: nothing crashes, and the right answer is exact."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content.every_kind import every_kind

from korak import paths
from korak.content.derive import derive_pair
from korak.content.exercise import Answer, ExercisePart
from korak.content.exercises.dialogue import Dialogue, Turn
from korak.content.exercises.find_button import FindButton
from korak.content.exercises.flash import KNOWN, NEW, Flash
from korak.content.exercises.gap import Gap
from korak.content.exercises.letters import Letters
from korak.content.exercises.number import Number
from korak.content.exercises.order import Order
from korak.content.exercises.right_form import RightForm
from korak.content.exercises.sort import Group, Sort
from korak.content.exercises.speak import AGAIN, ALIKE, Speak
from korak.content.kinds import EXERCISE_KINDS, Exercise, kind_of
from korak.content.verdict import DifferenceKind, Result
from korak.services.judging import judge
from korak.services.packs import load_pack

PACK = load_pack(paths.packs() / "koraki")
EVERY = every_kind(PACK)

ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.text(max_size=40),
    st.lists(st.text(max_size=12), max_size=8).map(tuple),
    st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=8).map(tuple),
)


def test_there_is_one_of_every_kind() -> None:
    assert {kind_of(exercise) for exercise in EVERY} == EXERCISE_KINDS


@given(answer=ANSWERS)
@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
def test_no_answer_crashes_a_judge(exercise: ExercisePart, answer: Answer) -> None:
    verdict = exercise.judge(answer, PACK.words.forms)
    assert 0.0 <= verdict.score <= 1.0
    assert isinstance(exercise.simple(answer), str)
    for difference in verdict.differences:
        assert 0 <= difference.start <= difference.end <= len(verdict.expected)


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
def test_the_right_answer_is_exact_also_after_it_was_stored(exercise: Exercise) -> None:
    verdict = exercise.judge(exercise.model(), PACK.words.forms)
    assert (verdict.result, verdict.score) == (Result.EXACT, 1.0)
    kept = judge(exercise, exercise.model(), PACK.words.forms)
    assert kept.kind == exercise.kind
    assert kept.simple
    again = msgspec.json.decode(kept.answer, type=str | tuple[str | tuple[str, str], ...])
    assert exercise.judge(again, PACK.words.forms).result is Result.EXACT


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
def test_nothing_is_no_right_answer(exercise: ExercisePart) -> None:
    for nothing in ("", (), "   "):
        assert exercise.judge(nothing).result is Result.WRONG


def test_every_exercise_of_the_pack_accepts_its_right_answer() -> None:
    assert len(PACK.exercises) >= 60
    for exercise in PACK.exercises.values():
        assert exercise.judge(exercise.model(), PACK.words.forms).result is Result.EXACT, exercise.id


def test_built_letters_are_judged_letter_by_letter() -> None:
    word = Letters(id="w", ask="?", answer="šola", extra="s")
    assert sorted(word.chips("1")) == sorted("šolas")
    assert word.chips("1") == word.chips("1")
    assert word.judge("sola").result is Result.DIACRITICS
    assert word.judge("sola").differences[0].kind is DifferenceKind.CARON
    assert word.judge("oštla").result is Result.WRONG


def test_a_sentence_is_right_in_every_order_its_author_allows() -> None:
    line = Order(ask="?", sentence="Kosilo odjavljam za jutri.", also=("Za jutri odjavljam kosilo.",))
    assert line.judge(("Kosilo", "odjavljam", "za", "jutri.")).result is Result.EXACT
    assert line.judge(("za", "jutri.", "odjavljam", "Kosilo")).result is Result.EXACT
    wrong = line.judge(("odjavljam", "Kosilo", "za", "jutri."))
    assert wrong.result is Result.WRONG
    assert wrong.parts == (False, False, True, True)


def test_a_sentence_without_a_piece_is_not_right() -> None:
    line = Order(ask="?", sentence="Kje dobim izvid?")
    assert line.judge(("Kje", "dobim")).result is Result.WRONG
    assert line.judge(("Kje", "dobim", "izvid?", "izvid?")).result is Result.WRONG


def test_a_small_word_stays_with_its_noun() -> None:
    line = Order(ask="?", sentence="Otrok je v\u00a0bolnišnici.")
    assert line.model() == ("Otrok", "je", "v\u00a0bolnišnici.")
    assert line.judge("Otrok je v bolnišnici").result is Result.EXACT


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        ("5. 3. 2026", Result.EXACT),
        ("5.3.2026", Result.EXACT),
        ("05. 03. 2026", Result.TYPO),
        ("5/3/2026", Result.TYPO),
        ("3. 5. 2026", Result.WRONG),
        ("petega marca", Result.WRONG),
        ("", Result.WRONG),
    ],
)
def test_a_date_is_right_in_any_writing_but_shown_in_the_usual_one(answer: str, result: Result) -> None:
    date = Number(ask="?", says="petega marca dva tisoč šestindvajset", right="5. 3. 2026")
    assert date.judge(answer).result is result
    assert date.judge(answer).expected == "5. 3. 2026"


def test_the_gaps_of_a_telephone_number_do_not_count() -> None:
    number = Number(ask="?", says="nič tri ena …", right="031 000 000")
    assert number.judge("031000000").result is Result.EXACT
    assert number.judge("031 000 001").result is Result.WRONG


def test_a_gap_is_written_with_tolerance_and_chosen_without() -> None:
    written = Gap(ask="?", text="Prosim za nov ___.", answer="račun")
    assert written.judge("racun").result is Result.DIACRITICS
    chosen = Gap(ask="?", text="Prosim za nov ___.", answer="račun", wrong=("racun",))
    assert chosen.judge("racun").result is Result.WRONG
    assert chosen.filled() == "Prosim za nov račun."


def test_a_form_is_right_or_not() -> None:
    form = RightForm(ask="?", text="Čakam v ___.", base="šola", right="šoli", wrong=("šola", "šolo"))
    assert form.judge("šoli").accepted
    assert not form.judge("soli").accepted
    assert form.filled() == "Čakam v šoli."


def test_things_are_sorted_one_by_one() -> None:
    sort = Sort(ask="?", groups=(Group(name="a", items=("1", "2")), Group(name="b", items=("3",))))
    verdict = sort.judge((("1", "a"), ("2", "b"), ("3", "b")))
    assert verdict.parts == (True, False, True)
    assert verdict.score == pytest.approx(2 / 3)


def test_replies_are_judged_turn_by_turn() -> None:
    turns = (
        Turn(says="Dober dan.", right="Dober dan.", wrong=("Adijo.",)),
        Turn(says="Ime?", right="Amra.", wrong=("Ne.",)),
    )
    talk = Dialogue(ask="?", speaker="Uslužbenka", turns=turns)
    assert talk.judge(("Dober dan.", "Ne.")).parts == (True, False)
    assert talk.judge(("Dober dan.",)).result is Result.WRONG


def test_more_than_one_place_may_be_right_to_press() -> None:
    find = FindButton(ask="?", page="p/s", right="p/s/a", also=("p/s/b",))
    assert find.judge("p/s/b").accepted
    assert not find.judge("p/s/c").accepted
    assert find.simple("p/s/b") == "b"


def test_of_ones_own_knowledge_and_voice_one_is_the_judge_oneself() -> None:
    card, word = Flash(ask="?", text="rok"), Speak(ask="?", text="rok")
    assert card.judge(KNOWN).accepted
    assert not card.judge(NEW).accepted
    assert word.judge(ALIKE).accepted
    assert not word.judge(AGAIN).accepted


def test_either_word_of_a_pair_may_be_the_one_that_is_heard() -> None:
    pair = PACK.pairs[0]
    heard = {derive_pair(pair, PACK, str(seed)).right for seed in range(12)}
    assert heard == {pair.one, pair.other}


def test_all_five_contrasts_have_pairs_that_differ_by_that_sound_alone() -> None:
    assert {pair.contrast for pair in PACK.pairs} == {"s/š", "z/ž", "c/č", "l/lj", "n/nj"}
    for pair in PACK.pairs:
        plain, other = pair.contrast.split("/")
        made = {pair.one.replace(plain, other, 1), *(_one_by_one(pair.one, plain, other))}
        assert pair.other in made, pair


def _one_by_one(word: str, plain: str, other: str) -> list[str]:
    places = [place for place in range(len(word)) if word.startswith(plain, place)]
    return [word[:place] + other + word[place + len(plain) :] for place in places]
