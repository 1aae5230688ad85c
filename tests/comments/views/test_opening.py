from comments.models import SpamRules
from comments.spam.work import BITS


def test_moment_is_told_without_a_cookie_and_never_kept(client, db):
    response = client.get("/replies/opened/")
    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert set(response.json()) == {"opened", "bits"}
    assert response.json()["opened"] != client.get("/replies/opened/").json()["opened"]
    assert len(response.content) < 120


def test_work_is_asked_for_where_editors_say_so(client, db):
    assert client.get("/replies/opened/").json()["bits"] == 0
    SpamRules.objects.create(pk=1, asks_for_work=True)
    assert client.get("/replies/opened/").json()["bits"] == BITS


def test_it_is_only_asked(client, db, django_assert_num_queries):
    assert client.post("/replies/opened/").status_code == 405
    with django_assert_num_queries(1):
        client.get("/replies/opened/")
