import datetime

import pytest


def fields(response):
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


@pytest.mark.parametrize("contact", ["mailto:security@dramas.example", "https://dramas.example/s"])
def test_security_file_says_whom_to_tell(client, settings, contact, time_machine):
    settings.SECURITY_CONTACT = contact
    settings.SITE_URL = "https://dramas.example"
    time_machine.move_to(datetime.datetime(2026, 1, 1, 15, tzinfo=datetime.UTC))
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields(response) == {
        "Contact": contact,
        "Expires": "2026-06-30T00:00:00+00:00",
        "Preferred-Languages": "en",
        "Canonical": "https://dramas.example/.well-known/security.txt",
    }


@pytest.mark.django_db
def test_security_file_without_a_contact_is_not_there(client):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.django_db
def test_change_of_password_is_where_browsers_look_for_it(client, admin_client):
    response = client.get("/.well-known/change-password")
    assert (response.status_code, response["Location"]) == (302, "/admin/password_change/")
    assert admin_client.get(response["Location"]).status_code == 200


def test_humans_are_told_what_this_is(client, settings):
    settings.SITE_NAME = "Dramas of ours"
    response = client.get("/humans.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Name: Dramas of ours\n" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/humans.txt", "/.well-known/change-password", "/.well-known/security.txt"]
)
def test_agreed_addresses_are_only_read(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "asked", "status"),
    [
        ("0123456789abcdef", "0123456789abcdef", 200),
        ("0123456789abcdef", "0123456789abcdeg", 404),
        ("", "0123456789abcdef", 404),
    ],
)
def test_key_for_search_engines_is_where_they_look(client, settings, key, asked, status):
    settings.INDEXNOW_KEY = key
    response = client.get(f"/{asked}.txt")
    assert response.status_code == status
    if status == 200:
        assert response.content.decode() == f"{key}\n"
