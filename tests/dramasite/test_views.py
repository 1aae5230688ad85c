import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_not_found_looks_like_the_site_and_says_what_to_do(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_unknown_host_is_a_bad_request(client):
    response = client.get("/", HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


def test_log_in_without_a_token_is_forbidden_in_our_looks():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "That is not open to you" in response.content.decode()


def test_failure_is_told_without_its_cause(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("catalog.views.home.Pick.objects", None)
    response = client.get("/")
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


def test_robots_may_read_everything_but_the_desk(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /replies/\n\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )
