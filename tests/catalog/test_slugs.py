import pytest

from catalog.models import Genre
from catalog.slugs import SlugPool, free_slug, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("1 Litre of Tears", "1-litre-of-tears"),
        ("≥75℃", "75c"),
        ("Love & π", "love-p"),
        ("좋은 날", "joheun-nal"),
        ("---", "drama"),
        ("", "drama"),
        ("x" * 300, "x" * 120),
    ],
)
def test_slug_of_any_script(name, slug):
    assert slug_of(name, "drama") == slug


@pytest.fixture
def genres(db):
    for slug in ("a", "a-2", "a-2005", "b"):
        Genre.objects.create(name=slug, slug=slug)
    return Genre.objects.all()


def test_free_slug_tries_candidates_then_numbers(genres):
    slugs = [
        free_slug(genres, "c"),
        free_slug(genres, "a", "a-2006"),
        free_slug(genres, "a", "a-2005"),
    ]
    assert slugs == ["c", "a-2006", "a-3"]


def test_pool_hands_out_each_slug_once(genres):
    pool = SlugPool([genres])
    assert [pool.take("a") for _ in range(25)] == [f"a-{number}" for number in range(3, 28)]


def test_pool_numbers_within_the_length(genres):
    pool = SlugPool([genres])
    slugs = [pool.take("x" * 120) for _ in range(3)]
    assert slugs == ["x" * 120, "x" * 112 + "-2", "x" * 112 + "-3"]


def test_pool_of_many_wishes_needs_few_queries(genres, django_assert_num_queries):
    wishes = [(f"name-{number % 400}", f"name-{number % 400}-2005") for number in range(800)]
    with django_assert_num_queries(3):
        pool = SlugPool([genres], wishes)
        slugs = [pool.take(*wish) for wish in wishes]
    assert len(set(slugs)) == 800
