import re

import pytest

from comments.spam.bayes.corpus import texts


@pytest.mark.parametrize("kind", ["spam", "genuine"])
def test_texts_are_whole_and_the_same_each_time(kind):
    made = texts(kind, variants=3)
    assert made == texts(kind, variants=3)
    assert len(made) > 250
    assert [text for text in made if re.search(r"[{}|~*]|  |^\s|\s$", text)] == []


def test_numbers_and_names_are_filled_in():
    made = "\n".join(texts("spam", variants=6))
    assert re.search(r"https://bit\.ly/a\d{3,5}\b", made)
    assert re.search(r"shop\d{3,5}\.ru\b", made)
    assert "Hana" in "\n".join(texts("genuine", variants=6))
