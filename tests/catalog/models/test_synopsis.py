import pytest

from catalog.models.synopsis import LONGEST, opening

REFERENCE = (
    "One day, on her way to school, middle school student Aya suddenly falls to the ground. "
    "The doctor diagnoses her with spinocerebellar degeneration, a rare and incurable neurological "
    "disease. "
    "Entering high school, Aya's condition continues to worsen as physical movements become more "
    "difficult. "
    "Forced to attend a special boarding school, she nonetheless finds hope and happiness."
)


def test_opening_of_the_reference_is_its_first_two_sentences():
    assert opening(REFERENCE) == REFERENCE.partition(" Entering")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("   \n ", ""),
        ("One. Two. Three.", "One. Two."),
        ("One.\nTwo.", "One."),
        ("\n\n  One.  ", "One."),
        ("No full stop", "No full stop"),
        # A heading is no sentence, unless there is nothing else.
        ("[Part one]\nOne. Two.", "One. Two."),
        ("*An advertisement*\n\nOne. Two.", "One. Two."),
        ('>> Story 1: "My Hero"\nOne. Two.', "One. Two."),
        ("Notes\nOne\n", "Notes"),
        ("~~ Adapted from a novel by Lee.", "Adapted from a novel by Lee."),
        ("- One. Two.", "One. Two."),
        # What is quoted is not broken off.
        ("He says “Well done! Go on” and leaves. Two.", "He says “Well done! Go on” and leaves."),
        ('He says "Well done! Go on" and leaves. Two.', 'He says "Well done! Go on" and leaves.'),
        ('"Love” is a comedy. Two. Three.', '"Love” is a comedy. Two.'),
        # A title or an initial ends no sentence.
        ("Dr. Kim meets Mr. Park. He is late.", "Dr. Kim meets Mr. Park."),
        ("Prof. J. R. Lee teaches. Nobody comes.", "Prof. J. R. Lee teaches."),
        ("They live in Washington D.C. today. Two.", "They live in Washington D.C. today."),
        ("It costs 3.5 million won. Two.", "It costs 3.5 million won."),
        # Three dots end a sentence only before a capital.
        ("She waits... and waits. He never comes.", "She waits... and waits."),
        ("She waits... Nobody comes. Two.", "She waits... Nobody comes."),
        ("She waits… He comes. Two.", "She waits… He comes."),
        ("Why? Because! Two.", "Why? Because!"),
        ('"Run!" he says. She runs. Two.', '"Run!" he says.'),
        ('She says "Run." He runs. Two.', 'She says "Run." He runs.'),
        ("She says “Run.” He runs far. Two.", "She says “Run.” He runs far."),
        ("彼女は倒れる。医師は病名を告げる。三つ目。", "彼女は倒れる。医師は病名を告げる。"),
        ("「走れ！」と彼は言う。彼女は走る。", "「走れ！」と彼は言う。"),
        ("彼女は言う「走れ。」そして走る。三つ目。", "彼女は言う「走れ。」そして走る。"),
    ],
)
def test_opening_is_whole_sentences(text, expected):
    assert opening(text, length=len(expected)) == expected


def test_first_sentence_is_whole_though_longer_than_wished():
    assert opening("One two three four. Five.", length=5) == "One two three four."


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100,
        "https://example.test/" + "x" * 400,
        "彼女は" * 200,
        "Dr. " * 200,
    ],
)
def test_giant_sentence_is_cut_with_an_ellipsis(text):
    lead = opening(text)
    assert len(lead) <= LONGEST
    assert lead.endswith("…")
    assert text.startswith(lead[:-1])


def test_giant_sentence_is_cut_between_words():
    assert set(opening("word, " * 100).removesuffix("…").split(", ")) == {"word"}
