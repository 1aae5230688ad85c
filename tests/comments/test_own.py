import pytest

from comments.own import own_address, reply_number


def test_own_address_leads_back_to_the_reply(said):
    reply = said()
    signed = own_address(reply).split("/")[-2]
    assert reply_number(signed) == reply.pk
    assert signed == signed.lower()


@pytest.mark.parametrize("signed", ["", "1", "1.", "1.abc", ".", "x.y"])
def test_what_we_did_not_sign_is_nobodys(signed):
    assert reply_number(signed) is None


def test_signature_of_one_reply_opens_no_other(said):
    number, signature = own_address(said()).split("/")[-2].split(".")
    assert reply_number(f"{int(number) + 1}.{signature}") is None
