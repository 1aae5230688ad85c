import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [("put", "/search/", "GET, HEAD"), ("put", "/replies/1/answer/", "GET, HEAD, POST")],
)
def test_method_that_is_not_taken_is_answered_in_our_looks(client, method, path, allow):
    response = getattr(client, method)(path)
    assert (response.status_code, response.headers["Allow"]) == (405, allow)
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1>That cannot be done here</h1>" in response.content.decode()


def test_words_of_the_api_are_kept(client):
    response = client.post("/api/dramas/")
    assert (response.status_code, response.headers["Content-Type"]) == (405, "application/json")
    assert response.json()["error"]
