import pytest

from catalog.introductions.label import LabelFacts, introduction


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (
            LabelFacts("network", "Fuji TV", 1214, (1979, 2001, 2025), True, ("A", "B", "C")),
            "Fuji TV is the network of 1,214 dramas listed here, from 1979 to 2025; "
            'the best known are "A", "B" and "C".',
        ),
        (
            LabelFacts("genre", "Law", 1, (2005,)),
            "Law is the genre of one drama listed here, of 2005.",
        ),
        (LabelFacts("tag", "Rain", 2), "Rain is the tag of 2 dramas listed here."),
        (
            LabelFacts("country", "Japan", 3, (2001, 2005), has_all_years=False),
            "Japan is the country of 3 dramas listed here.",
        ),
        (LabelFacts("years", "2005", 1, (2005,)), "1 drama listed here is of 2005."),
        (LabelFacts("years", "2005", 2, (2005,)), "2 dramas listed here are of 2005."),
        (LabelFacts("tag", "Death", 0), ""),
    ],
)
def test_label_is_introduced_by_its_facts(facts, text):
    assert introduction(facts) == text
