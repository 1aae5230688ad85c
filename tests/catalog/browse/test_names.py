import pytest

from catalog.browse.names import name_of


@pytest.mark.parametrize(
    ("key", "value", "stored", "name"),
    [
        ("kind", "film", "", "Films"),
        ("status", "ended", "ended", "Ended"),
        ("years", "2005", "2005", "2005"),
        ("years", "2000-2009", "", "2000s"),
        ("years", "2000-2010", "", "2000 to 2010"),
        ("years", "2000-", "", "2000 and later"),
        ("years", "-1999", "", "up to 1999"),
        ("episodes", "1", "", "1 episode"),
        ("episodes", "9-12", "", "9 to 12 episodes"),
        ("episodes", "51-", "", "51 episodes or more"),
        ("runtime", "1-19", "", "under 20 minutes"),
        ("runtime", "20-34", "", "20 to 34 minutes"),
        ("runtime", "90-", "", "90 minutes or more"),
        ("country", "south-korea", "KR", "South Korea"),
        ("country", "atlantis", "", "atlantis"),
        ("tag", "first-love", "First Love", "First Love"),
        ("tag", "first-love", "", "first love"),
    ],
)
def test_value_has_a_name(key, value, stored, name):
    assert name_of(key, value, stored) == name
