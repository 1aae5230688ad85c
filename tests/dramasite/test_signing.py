import pytest

from dramasite.signing import SignedAddress

CONFIRM, STOP = SignedAddress("mail_confirm"), SignedAddress("mail_stop")


def signed(path):
    return path.split("/")[-2]


def test_signed_number_is_read_again():
    path = CONFIRM.path(12)
    assert path.startswith("/mail/confirm/12.")
    assert path == path.lower()
    assert CONFIRM.number(signed(path)) == 12


@pytest.mark.parametrize("text", ["", "12", "12.", "12.abc", ".", "x.y", "1\x002.abc"])
def test_what_we_did_not_sign_is_nothing(text):
    assert CONFIRM.number(text) is None


def test_signature_opens_no_other_number_and_no_other_address():
    number, signature = signed(CONFIRM.path(12)).split(".")
    assert CONFIRM.number(f"13.{signature}") is None
    assert STOP.number(f"{number}.{signature}") is None
