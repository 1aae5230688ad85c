import datetime

from comments.kept import Kept, Whose

NOW = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
WORDS = dict.fromkeys(("what", "purpose", "form", "how_long", "at_the_end"), "words")


def test_duration_says_its_days():
    kept = Kept(**WORDS | {"how_long": "%(days)d days"}, whose=Whose.REPLIES, days=30)
    assert kept.duration == "30 days"


def test_expired_is_reckoned_from_now(time_machine_at):
    time_machine_at(NOW)
    asked = []
    kept = Kept(**WORDS, whose=Whose.REPLIES, days=30, expire=asked.append)
    kept.expired()
    assert asked == [NOW - datetime.timedelta(days=30)]


def test_what_time_does_not_end_is_never_expired():
    assert Kept(**WORDS, whose=Whose.REPLIES).expired() is None
