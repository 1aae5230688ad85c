import pytest

from comments import addresses
from comments.held import Held
from comments.models import Recipient, Reply, Report, State, Subscription

pytestmark = pytest.mark.django_db

HANA = addresses.key("hana@example.org")


@pytest.mark.parametrize("key", ["", "a" * 63, "a" * 65, "g" * 64, "A" * 64])
def test_key_of_nobody_is_refused(key):
    with pytest.raises(ValueError, match="the key of no address"):
        Held(key)


def test_everything_of_one_address_is_held_and_nothing_of_others(said):
    mine = [said(), said(email="HANA@example.org", state=State.SPAM)]
    said(email="mei@example.org")
    said(email="")
    assert list(Held(HANA).replies) == mine[::-1]
    assert Held(HANA).address.lower() == "hana@example.org"


def test_unreadable_address_is_told_as_none(said, settings):
    said()
    settings.ADDRESS_KEYS = ["another key"]
    assert (Held(HANA).is_anything, Held(HANA).address) == (True, "")
    assert Held(addresses.key("mei@example.org")).address == ""


def test_erasing_leaves_nothing_of_the_address_and_all_of_others(said):
    mine = said("mine", name="Quokka")
    others = said("theirs", email="mei@example.org", parent=mine)
    said("never shown", state=State.HELD)
    assert Held(HANA).erase(100) == 0
    assert Held(HANA).is_anything is False
    assert list(Reply.objects.values_list("pk", "body", "name").order_by("pk")) == [
        (mine.pk, "", ""),
        (others.pk, "theirs", "Hana"),
    ]
    assert not any("Quokka" in str(row) for row in Reply.objects.values())


def test_erasing_goes_on_where_it_was(said):
    for _ in range(5):
        said()
    assert [Held(HANA).erase(2) for _ in range(3)] == [3, 1, 0]


def subscribed(drama, said):
    recipient = Recipient.objects.at("hana@example.org", "https://dramas.example")
    Subscription.objects.create(recipient=recipient, drama=drama)
    return recipient


def test_erasing_ends_all_mail(drama, said):
    subscribed(drama, said)
    assert (Held(HANA).is_anything, Held(HANA).address) == (True, "hana@example.org")
    Held(HANA).erase(100)
    assert (Held(HANA).is_anything, Subscription.objects.count()) == (False, 0)


def test_erasing_keeps_the_wish_never_to_be_written_to(drama, said):
    subscribed(drama, said).refuse()
    Held(HANA).erase(100)
    assert Subscription.objects.count() == 0
    recipient = Recipient.objects.get()
    assert (recipient.has_refused, recipient.email_sealed) == (True, "")


def test_erasing_forgets_whose_reports_these_were(said):
    said(browser_key="mine")
    theirs = said(email="mei@example.org", browser_key="theirs")
    for browser in ("mine", "theirs", ""):
        Report.objects.create(reply=theirs, browser_key=browser, words="Look.")
    Held(HANA).erase(100)
    left = Report.objects.order_by("pk").values_list("browser_key", "words")
    assert list(left) == [("", ""), ("theirs", "Look."), ("", "Look.")]
