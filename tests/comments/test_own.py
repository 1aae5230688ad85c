import pytest

from comments.own import Key, key_of, manage_address, own_address


def signed(address):
    return address.split("/")[-2]


@pytest.mark.parametrize(
    ("address_of", "is_mailed"), [(own_address, False), (manage_address, True)]
)
def test_address_leads_back_to_the_reply(said, address_of, is_mailed):
    reply = said()
    key = signed(address_of(reply))
    assert key_of(key) == Key(reply.pk, is_mailed)
    assert key == key.lower()


@pytest.mark.parametrize("key", ["", "1", "1.", "1.abc", ".", "x.y", "\0", "9" * 5000])
def test_what_we_did_not_sign_is_nobodys(key):
    assert key_of(key) is None


@pytest.mark.parametrize("address_of", [own_address, manage_address])
def test_signature_of_one_reply_opens_no_other(said, address_of):
    number, signature = signed(address_of(said())).split(".")
    assert key_of(f"{int(number) + 1}.{signature}") is None


def test_who_was_led_to_a_reply_cannot_tell_what_was_mailed(said):
    reply = said()
    assert signed(own_address(reply)) != signed(manage_address(reply))
