import pytest
from django.db import connection

from catalog.search.engines import Term, engine
from catalog.search.engines.near import near_of_query, near_of_term
from catalog.search.index import catch_up
from tests.factories import DramaFactory


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("golbin", "goblin"),
        ("gobln", "goblin"),
        ("gobblin", "goblin"),
        ("gablin", "goblin"),
        ("extrordinary", "extraordinary"),
        ("atorney", "attorney"),
        ("hosptal", "hospital"),
        ("jeong", "jung"),
        ("desendents", "descendants"),
    ],
)
def test_misspelt_word_meets_the_right_one(typed, meant):
    assert near_of_query(typed) & near_of_term(meant)


@pytest.mark.django_db
def test_terms_alike_are_found():
    DramaFactory(title="Goblin Hospital")
    catch_up()
    found = engine().alike(["golbin", "hosptal"])
    assert ("goblin" in found["golbin"], "hospital" in found["hosptal"]) == (True, True)


@pytest.mark.django_db
def test_forms_are_looked_up_by_rank():
    for title in ("Red Moon", "Red Sun", "Blue Moon"):
        DramaFactory(title=title)
    catch_up()

    def number(*forms):
        sql, values = engine().matching("name_tokens", forms, 9)
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            ranks = [rank for (rank,) in cursor.fetchall()]
        assert ranks == sorted(ranks)
        return len(ranks)

    red, moon, either = (Term("red"),), (Term("moon"),), (Term("red"), Term("blue"))
    assert number((red,)) == 2
    assert number((red, moon)) == 1
    assert number((either, moon)) == 2
    assert number((red, moon), ((Term("bl", is_prefix=True),),)) == 2
    assert number(((Term("re"),),)) == 0
