# SPDX-License-Identifier: GPL-3.0-or-later
"""Exercises made of words: authors write a word once, and this makes its exercises of every kind.

Nothing here is chance: the same word, kind, pack and seed give the same exercise on every machine.
"""

from collections.abc import Iterable
from typing import Literal, get_args

from korak.content.exercise import Need, shuffled
from korak.content.exercises.choose_picture import ChoosePicture, PictureOption
from korak.content.exercises.choose_word import ChooseWord
from korak.content.exercises.dictation import Dictation
from korak.content.exercises.flash import Flash
from korak.content.exercises.gap import HOLE, Gap
from korak.content.exercises.letters import Letters
from korak.content.exercises.listen import Listen
from korak.content.exercises.match import Match, Pair
from korak.content.exercises.minimal_pair import MinimalPair
from korak.content.exercises.order import Order
from korak.content.exercises.right_form import RightForm
from korak.content.exercises.speak import Speak
from korak.content.exercises.translate import Translate
from korak.content.exercises.typed import Typed
from korak.content.kinds import Exercise
from korak.content.pack import Pack
from korak.content.words import SoundPair, Word

DerivedKind = Literal[
    "flash",
    "choose_picture",
    "choose_word",
    "match",
    "listen",
    "minimal_pair",
    "letters",
    "order",
    "gap",
    "right_form",
    "dictation",
    "translate",
    "typed",
    "speak",
]

LADDER: tuple[DerivedKind, ...] = get_args(DerivedKind)
"""From meeting a word to writing it freely: the order in which kinds become harder."""

LONGEST_TO_BUILD = 12  # letters that still fit on chips side by side
MARKS = ".,;:!?…»«()"
TWINS = {"s": "š", "š": "s", "z": "ž", "ž": "z", "c": "č", "č": "c"}


def derive(word: Word, kind: DerivedKind, pack: Pack, seed: str) -> Exercise | None:
    """The exercise of this kind for a word of the pack, or None where the word has not what it takes."""
    return _MAKERS[kind](word, pack, f"{seed}/{word.id}")


def derivable(word: Word, pack: Pack, at_hand: frozenset[Need]) -> tuple[DerivedKind, ...]:
    """The kinds this word gives an exercise for with what is at hand, from easy to hard."""
    return tuple(kind for kind in LADDER if _is_possible(derive(word, kind, pack, ""), at_hand))


def _is_possible(exercise: Exercise | None, at_hand: frozenset[Need]) -> bool:
    return exercise is not None and exercise.needs <= at_hand


def derive_pair(pair: SoundPair, pack: Pack, seed: str, words: tuple[str, ...] = ()) -> MinimalPair:
    """The exercise for two words that sound almost alike; which of them is heard depends on the seed."""
    right, other = shuffled((pair.one, pair.other), seed)
    return MinimalPair(
        id=f"{pair.one}-{pair.other}:minimal_pair",
        ask=pack.asks.listen,
        right=right,
        other=other,
        contrast=pair.contrast,
        words=words,
    )


def plain(word: Word) -> str:
    """The lemma as one says it: without what is explained in brackets."""
    return word.lemma.partition(" (")[0]


def _flash(word: Word, pack: Pack, seed: str) -> Flash:
    del seed
    return Flash(
        id=f"{word.id}:flash",
        ask=pack.asks.flash,
        text=word.lemma,
        example=word.example,
        picture=word.pictogram,
        words=(word.id,),
    )


def _choose_picture(word: Word, pack: Pack, seed: str) -> ChoosePicture | None:
    others = _others_with_pictures(word, pack, seed)[:3]
    if not word.pictogram or len(others) < 3:
        return None
    return ChoosePicture(
        id=f"{word.id}:choose_picture",
        ask=pack.asks.choose_picture,
        right=PictureOption(text=word.lemma, picture=word.pictogram),
        wrong=tuple(PictureOption(text=other.lemma, picture=other.pictogram) for other in others),
        words=(word.id,),
    )


def _choose_word(word: Word, pack: Pack, seed: str) -> ChooseWord | None:
    some = _others_with_pictures(word, pack, seed) if word.pictogram else _others_of_pos(word, pack, seed)
    wrong = _texts((other.lemma for other in some), word, 3)
    if len(wrong) < 2:
        return None
    clue, found = _cut(word.example, {word.lemma.casefold()})
    return ChooseWord(
        id=f"{word.id}:choose_word",
        ask=pack.asks.choose_word,
        right=word.lemma,
        wrong=wrong,
        clue=clue if found == word.lemma else "",
        picture=word.pictogram,
        words=(word.id,),
    )


def _match(word: Word, pack: Pack, seed: str) -> Match | None:
    if word.pictogram:
        some = (word, *_others_with_pictures(word, pack, seed)[:3])
        pairs = tuple(Pair(left=one.lemma, right=one.lemma, picture=one.pictogram) for one in some)
        ask, by_picture = pack.asks.match_pictures, True
    elif word.button:
        verbs = [one for one in _others(pack, seed) if one.button and one.id != word.id]
        pairs = tuple(Pair(left=one.lemma, right=one.button) for one in _no_twice((word, *verbs))[:4])
        ask, by_picture = pack.asks.match_buttons, False
    else:
        return None
    if len(pairs) < 3:
        return None
    return Match(id=f"{word.id}:match", ask=ask, pairs=pairs, by_picture=by_picture, words=(word.id,))


def _listen(word: Word, pack: Pack, seed: str) -> Listen | None:
    alike = sorted(_others(pack, seed), key=lambda other: -_likeness(word.lemma, other.lemma))
    confused = (word.confusable,) if word.confusable else ()
    wrong = _texts((*confused, *(other.lemma for other in alike)), word, 3)
    if len(wrong) < 2:
        return None
    return Listen(
        id=f"{word.id}:listen", ask=pack.asks.listen, right=word.lemma, wrong=wrong, words=(word.id,)
    )


def _minimal_pair(word: Word, pack: Pack, seed: str) -> MinimalPair | None:
    fitting = [pair for pair in pack.pairs if {pair.one.casefold(), pair.other.casefold()} & word.shapes]
    if not fitting:
        return None
    first = shuffled((pair.one for pair in fitting), seed)[0]
    pair = next(pair for pair in fitting if pair.one == first)
    return derive_pair(pair, pack, seed, (word.id,))


def _letters(word: Word, pack: Pack, seed: str) -> Letters | None:
    if " " in word.lemma or not 3 <= len(word.lemma) <= LONGEST_TO_BUILD:
        return None
    twins = [TWINS[letter] for letter in word.lemma.casefold() if letter in TWINS]
    extra = [letter for letter in shuffled(twins, seed) if letter not in word.lemma.casefold()]
    return Letters(
        id=f"{word.id}:letters",
        ask=pack.asks.letters,
        answer=plain(word),
        extra="".join(extra[:1]),
        picture=word.pictogram,
        words=(word.id,),
    )


def _order(word: Word, pack: Pack, seed: str) -> Order | None:
    """Only short examples: in longer ones Slovenian allows too many orders for one to be the right one."""
    del seed
    if not 3 <= len(word.example.split(" ")) <= 4:
        return None
    return Order(
        id=f"{word.id}:order",
        ask=pack.asks.order,
        sentence=word.example,
        picture=word.pictogram,
        words=(word.id,),
    )


def _gap(word: Word, pack: Pack, seed: str) -> Gap | None:
    text, answer = _cut(word.example, word.shapes)
    if not answer:
        return None
    some = _others_of_pos(word, pack, seed)
    wrong = _texts((form for other in some if (form := _in_form(other, answer))), word, 3)
    if len(wrong) < 2:
        return None
    return Gap(
        id=f"{word.id}:gap",
        ask=pack.asks.gap,
        text=text,
        answer=answer,
        wrong=wrong,
        base=word.lemma,
        picture=word.pictogram,
        words=(word.id,),
    )


def _right_form(word: Word, pack: Pack, seed: str) -> RightForm | None:
    del seed
    if not word.button or not word.vi:
        return None
    wrong = [one for one in (word.button, word.present, word.lemma) if one]
    forms = tuple(dict.fromkeys(one[:1].upper() + one[1:] for one in wrong))
    if word.vi in forms or len(forms) < 2:
        return None
    return RightForm(
        id=f"{word.id}:right_form",
        ask=pack.asks.polite,
        text=f"»{word.button}« → {HOLE}",
        base=word.lemma,
        right=word.vi,
        wrong=forms,
        words=(word.id,),
    )


def _dictation(word: Word, pack: Pack, seed: str) -> Dictation:
    del seed
    return Dictation(id=f"{word.id}:dictation", ask=pack.asks.dictation, answer=plain(word), words=(word.id,))


def _translate(word: Word, pack: Pack, seed: str) -> Translate:
    del seed
    return Translate(
        id=f"{word.id}:translate",
        ask=pack.asks.translate,
        base=word.lemma,
        answer=plain(word),
        also=word.variants,
        picture=word.pictogram,
        words=(word.id,),
    )


def _typed(word: Word, pack: Pack, seed: str) -> Typed | None:
    """Only where no other word has the same picture: nothing else says what is meant."""
    del seed
    if pack.words.pictures[word.pictogram] != 1:
        return None
    return Typed(
        id=f"{word.id}:typed",
        ask=pack.asks.typed,
        answer=plain(word),
        also=word.variants,
        picture=word.pictogram,
        words=(word.id,),
    )


def _speak(word: Word, pack: Pack, seed: str) -> Speak:
    del seed
    return Speak(
        id=f"{word.id}:speak",
        ask=pack.asks.speak,
        text=plain(word),
        picture=word.pictogram,
        words=(word.id,),
    )


_MAKERS = {
    "flash": _flash,
    "choose_picture": _choose_picture,
    "choose_word": _choose_word,
    "match": _match,
    "listen": _listen,
    "minimal_pair": _minimal_pair,
    "letters": _letters,
    "order": _order,
    "gap": _gap,
    "right_form": _right_form,
    "dictation": _dictation,
    "translate": _translate,
    "typed": _typed,
    "speak": _speak,
}


# the other words


def _others(pack: Pack, seed: str) -> list[Word]:
    """Every word of the pack, mixed."""
    return [pack.words[name] for name in shuffled(pack.words, seed)]


def _others_of_pos(word: Word, pack: Pack, seed: str) -> list[Word]:
    """Words of the same part of speech and another topic, so that no near meaning fits as well."""
    topic = pack.topic_of(word.id)
    return [one for one in _others(pack, seed) if one.pos == word.pos and pack.topic_of(one.id) != topic]


def _others_with_pictures(word: Word, pack: Pack, seed: str) -> list[Word]:
    """Words with pictures of their own, each picture and each word once."""
    mixed = [pack.words[name] for name in shuffled((one.id for one in pack.words.pictured), seed)]
    mixed.sort(key=lambda other: other.pos != word.pos)
    seen = {word.pictogram}
    found: list[Word] = []
    for other in mixed:
        if other.pictogram not in seen and not other.shapes & word.shapes and other.id != word.opposite:
            seen.add(other.pictogram)
            found.append(other)
    return _no_twice(found)


def _no_twice(words: Iterable[Word]) -> list[Word]:
    """The words without those whose lemma or button was there before."""
    seen: set[str] = set()
    found: list[Word] = []
    for word in words:
        names = {name.casefold() for name in (word.lemma, word.button) if name}
        if not names & seen:
            seen |= names
            found.append(word)
    return found


def _texts(texts: Iterable[str], word: Word, count: int) -> tuple[str, ...]:
    """The first few different texts that are no form of the word itself."""
    different = dict.fromkeys(text for text in texts if text.casefold() not in word.shapes)
    return tuple(text for text in different if "(" not in text)[:count]


def _likeness(one: str, other: str) -> float:
    """How much two words look alike: the share of letter pairs they have in common (0 to 1)."""
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) / len(pairs | others)


def _pairs(text: str) -> frozenset[str]:
    padded = f" {text.casefold()} "
    return frozenset(padded[place : place + 2] for place in range(len(padded) - 1))


# the sentence


def _cut(example: str, shapes: Iterable[str]) -> tuple[str, str]:
    """The example with a hole where the word stands, and what stood there; nothing where it is not found."""
    for shape in sorted(shapes, key=len, reverse=True):
        place = _place(example, shape)
        if place >= 0:
            found = example[place : place + len(shape)]
            return f"{example[:place]}{HOLE}{example[place + len(shape) :]}", found
    return "", ""


def _place(example: str, shape: str) -> int:
    """Where a shape stands in a sentence as whole words, or -1."""
    low = example.casefold()
    place = low.find(shape)
    while place >= 0:
        before, after = low[:place][-1:], low[place + len(shape) :][:1]
        if not before.isalnum() and not after.isalnum() and before != "-" and after != "-":
            return place
        place = low.find(shape, place + 1)
    return -1


def _in_form(other: Word, answer: str) -> str:
    """A form of another word that ends as the answer does, written like it; or nothing."""
    ending = answer[-1:].casefold()
    fitting = [shape for shape in (other.lemma, *other.forms) if shape[-1:] == ending]
    text = fitting[0] if fitting else ""
    return text[:1].upper() + text[1:] if answer[:1].isupper() else text
