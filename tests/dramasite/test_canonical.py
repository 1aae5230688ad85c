import pytest

pytestmark = pytest.mark.django_db


def test_capitals_redirect_to_small_letters(client):
    response = client.get("/ADMIN/Login/?next=/")
    assert (response.status_code, response.url) == (301, "/admin/login/?next=/")


def test_unknown_address_in_capitals_is_not_found(client):
    assert client.get("/NOWHERE/").status_code == 404


def test_two_slashes_are_never_read_as_a_host(client):
    assert client.get("/", PATH_INFO="//EVIL.example/").status_code == 404
