"""Synopses and replies: sentences with gaps, filled by dice."""

from __future__ import annotations

from itertools import cycle

from dramasite.management.generated.dice import Dice
from dramasite.management.generated.names import Name, name
from dramasite.management.generated.titles import words

LENGTHS = (168, 300, 390, 460, 538, 620, 717, 900, 1413)  # of a synopsis, in characters
# One text each, for lists of words read better so.
ADJECTIVES = (
    "quiet stubborn brilliant penniless cheerful lonely ambitious clumsy gifted cold honest "
    "famous retired ordinary reckless gentle proud divorced orphaned exiled talkative shy"
)
JOBS = (
    "surgeon prosecutor baker student nurse reporter pianist chef general singer fisherman "
    "librarian architect boxer painter tutor policeman gardener translator midwife pilot heir "
    "bodyguard florist novelist programmer driver shopkeeper swordsman scholar cook witness"
)
DEEDS = (
    "falls in love with,betrays,must protect,works for,once saved,is mistaken for,marries,"
    "hides from,takes revenge on,wakes up beside,moves in with,cannot forget,is raised by,"
    "competes against,writes letters to,investigates,lies to,travels back in time to meet"
)
SYLLABLES = "bel cor dan fen gal har iro kas lun mor nam ost pel qin ras sil tor ul ven wol yan zed"
adjectives, jobs, syllables = (text.split() for text in (ADJECTIVES, JOBS, SYLLABLES))
deeds = DEEDS.split(",")
STORY = (
    "{Name} is a {adjective} {job} who {deed} {other}, a {adjective2} {job2} from {place}.",
    "When a {word} is found near the {word2}, {name} returns to {place}.",
    "Nobody in {place} knows the {word} that {name} has kept for {number} years.",
    "One night {name} {deed} the {adjective} {job} of the {word}.",
    "{Name} and {other} sign a contract: {number} days, one {word}, and no questions.",
    "But the {adjective} {job} has a {word} of his own, and the {word2} is not what it seems.",
    "Between the {word} and the {word2}, {name} has to choose.",
    "In the {word} of {place}, a {adjective} {job} {deed} somebody who should be dead.",
    "Years later {other} opens a {word} that changes everything for {name}.",
    "Together they look for the {word} before the {word2} ends.",
    "What begins as a {word} becomes a story about {word2}, friendship and growing up.",
    "Then {other} disappears, and all that is left is a {word}.",
)
REMARKS = (
    "I watched it in {number} days and still think of the {word}.",
    "{Name} is the best {adjective} {job} I have seen.",
    "Does anyone know the song from the {word} scene?",
    "The ending made me cry.",
    "Episode {number} was slow, but then came the {word}.",
    "I did not like how {name} treated the {job}.",
    "Thank you for the long summary!",
    "Please tell me there is a second season.",
    "My mother and I watch it every {word}.",
    "*Exactly* what I needed this {word}.",
    "The {word} and the {word2}: so beautiful.",
    "I have to disagree, {name} was **right** about the {word}.",
)


def synopsis(dice: Dice, people: list[Name]) -> str:
    """Paragraphs about two of the people, of the length that synopses have."""
    length, text, place = dice.between(*LENGTHS), "", _place(dice)
    for sentence in cycle(dice.sample(STORY, len(STORY))):
        text += _filled(dice, sentence, people, place)
        if len(text) >= length:
            break
        text += "\n\n" if dice.chance(0.12) else " "
    return text


def remark(dice: Dice, language: str) -> str:
    """One to four sentences of a reader."""
    people = [name(dice, language), name(dice, language)]
    chosen = dice.sample(REMARKS, dice.choice((1, 1, 2, 2, 3, 4)))
    text = [_filled(dice, sentence, people, _place(dice)) for sentence in chosen]
    return ("\n\n" if dice.chance(0.2) else " ").join(text)


def _filled(dice: Dice, sentence: str, people: list[Name], place: str) -> str:
    word, word2 = dice.sample(words(), 2)
    return sentence.format(
        name=people[0].roman,
        Name=people[0].roman,
        other=people[-1].roman,
        place=place,
        word=word["en"],
        word2=word2["en"],
        adjective=dice.choice(adjectives),
        adjective2=dice.choice(adjectives),
        job=dice.choice(jobs),
        job2=dice.choice(jobs),
        deed=dice.choice(deeds),
        number=dice.randint(2, 40),
    )


def _place(dice: Dice) -> str:
    """Names of places go on and on, and are the rare words of a catalogue."""
    return "".join(dice.choices(syllables, k=dice.choice((2, 2, 3)))).capitalize()
