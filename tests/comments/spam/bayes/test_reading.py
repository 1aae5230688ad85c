import pytest

from comments.models import State
from comments.spam.bayes.reading import reading
from comments.spam.said import Said

pytestmark = pytest.mark.django_db

SPAM = [
    "Hey guys please check out my channel and subscribe, thanks!",
    "Thank you for sharing such a useful article, I have bookmarked your website.",
    "My neighbour earned $7500 last month working from home, click here",
    "สล็อต เว็บตรง เครดิตฟรี สมัครเลย",
    "онлайн казино бонус за регистрацию",
]
GENUINE = [
    "The last episode stays with me. I cried when she read the letter.",
    "Does anyone know the song that plays in episode 3?",
    "最終回は本当に感動しました。続編を希望します。",
    "마지막회 너무 슬퍼요 ㅠㅠ",
    "8/10 for me. Great acting, but the pacing of the second half was off.",
]


@pytest.mark.parametrize("text", SPAM)
def test_shipped_model_knows_spam(points, text):
    assert points(reading, text) >= 5


@pytest.mark.parametrize("text", GENUINE)
def test_shipped_model_knows_readers(points, text):
    assert points(reading, text) <= 0


def test_reason_says_the_strongest_words(nobody):
    words = reading(Said(SPAM[0]), nobody).words
    assert words.startswith("Reads like spam: “")
    assert "“my channel”" in words
    assert words.count("“") == 3
    assert reading(Said(GENUINE[0]), nobody).words.startswith("Reads like what readers say: “")


def test_site_learns_what_is_spam_for_it(said, points, admin_user):
    text = "Zorblax frimble quondo vessim, tarnik zorblax!"
    before = points(reading, text)
    for number in range(4):
        said(f"{text} {number}", state=State.HELD).mark_spam(admin_user)
    after = points(reading, text)
    assert after >= 5 > before


def test_text_of_no_words_says_nothing(points):
    assert points(reading, "") <= 0


@pytest.mark.parametrize("number", [1, 200])
def test_new_words_cost_two_queries(nobody, said, admin_user, django_assert_num_queries, number):
    said(state=State.HELD).approve(admin_user)
    text = " ".join(f"unseen{n}" for n in range(number))
    with django_assert_num_queries(2):
        reading(Said(text), nobody)
