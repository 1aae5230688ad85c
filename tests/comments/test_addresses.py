import hashlib

import pytest

from comments import addresses

ADDRESS = "Hana.Sato@Example.org"


def test_sealed_address_opens_again():
    assert addresses.unseal(addresses.seal(ADDRESS)) == ADDRESS


def test_sealed_address_is_another_text_each_time():
    assert addresses.seal(ADDRESS) != addresses.seal(ADDRESS)


def test_empty_address_stays_empty():
    assert (addresses.seal(""), addresses.unseal(""), addresses.key("")) == ("", "", "")


def test_every_key_opens_and_the_first_seals(settings):
    settings.ADDRESS_KEYS = ["old key"]
    sealed_before = addresses.seal(ADDRESS)
    settings.ADDRESS_KEYS = ["new key, any string", "old key"]
    sealed_now = addresses.seal(ADDRESS)
    assert addresses.unseal(sealed_before) == ADDRESS
    settings.ADDRESS_KEYS = ["new key, any string"]
    assert addresses.unseal(sealed_now) == ADDRESS
    with pytest.raises(addresses.UnreadableAddressError):
        addresses.unseal(sealed_before)


@pytest.mark.parametrize("spelling", ["hana.sato@example.org", " HANA.SATO@EXAMPLE.ORG "])
def test_key_is_the_same_for_every_spelling(spelling):
    assert addresses.key(spelling) == addresses.key(ADDRESS)


def test_key_changes_with_the_pepper(settings):
    before = addresses.key(ADDRESS)
    settings.ADDRESS_PEPPER = "another"
    assert addresses.key(ADDRESS) != before


def test_key_is_no_plain_hash():
    plain = {hashlib.new(n, ADDRESS.lower().encode()).hexdigest() for n in ("md5", "sha256")}
    assert addresses.key(ADDRESS) not in plain


def test_hashes_of_different_purposes_never_meet():
    assert addresses.keyed_hash("address", "x") != addresses.keyed_hash("network", "x")
