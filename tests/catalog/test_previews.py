import datetime

import pytest

from catalog.models import Drama
from catalog.previews import GOOD_FOR, ExpiredError, drama_behind, preview_of, withdraw
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2030, 5, 1, 12, 20, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


def signed(preview):
    return preview.path.split("/")[2]


def test_link_opens_its_drama_until_its_end(time_machine_at):
    time_machine_at(NOW)
    drama = DramaFactory(publication="draft")
    link = preview_of(drama)
    assert GOOD_FOR < link.until - NOW <= GOOD_FOR + datetime.timedelta(hours=1)
    time_machine_at(link.until - SECOND)
    assert drama_behind(signed(link)) == (drama, link)
    time_machine_at(link.until)
    with pytest.raises(ExpiredError):
        drama_behind(signed(link))


def test_link_is_the_same_within_an_hour(time_machine_at):
    drama = DramaFactory(publication="draft")
    time_machine_at(NOW)
    link = preview_of(drama)
    time_machine_at(NOW + datetime.timedelta(minutes=30))
    assert preview_of(drama) == link
    time_machine_at(NOW + datetime.timedelta(hours=1))
    assert preview_of(drama) != link


def test_withdrawn_link_opens_nothing_and_a_new_one_does():
    drama, other = DramaFactory.create_batch(2, publication="draft")
    link, of_the_other = preview_of(drama), preview_of(other)
    assert withdraw(Drama.objects.filter(pk=drama.pk)) == 1
    with pytest.raises(ExpiredError):
        drama_behind(signed(link))
    drama.refresh_from_db()
    assert drama_behind(signed(preview_of(drama)))[0] == drama
    assert drama_behind(signed(of_the_other))[0] == other


def test_link_of_a_deleted_drama_is_over():
    drama = DramaFactory(publication="draft")
    link = preview_of(drama)
    drama.delete()
    with pytest.raises(ExpiredError):
        drama_behind(signed(link))


@pytest.mark.parametrize(
    "change",
    [str.upper, lambda s: s[:-1], lambda s: "1" + s, lambda s: ""],
    ids=["upper case", "cut off", "another drama", "empty"],
)
def test_what_was_not_signed_here_opens_nothing(change):
    link = preview_of(DramaFactory(publication="draft"))
    with pytest.raises(LookupError):
        drama_behind(change(signed(link)))
