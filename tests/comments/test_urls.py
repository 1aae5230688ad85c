import pytest
from django.test import Client
from django.urls import reverse

from comments.urls import urlpatterns

pytestmark = pytest.mark.django_db
ARGUMENTS = {"slug": "a-quiet-harbour", "pk": 1, "signed": "nobody-signed-this"}
READ_ONLY = {
    *("replies_atom", "replies_json", "drama_replies_atom", "drama_replies_json"),
    *("privacy", "data_asked", "data_erased", "data", "data_export"),
    *("reply", "thread", "reported", "own_reply", "opened"),
}
WRITE_ONLY = {"data_erase"}


def address(pattern):
    names = pattern.pattern.converters
    return reverse(pattern.name, kwargs={name: ARGUMENTS[name] for name in names})


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
def test_wrong_method_is_named_before_a_token_is_asked_for(drama, pattern):
    client = Client(enforce_csrf_checks=True)
    methods = ["put", "patch", "delete"] + ["post"] * (pattern.name in READ_ONLY)
    answers = {getattr(client, method)(address(pattern)).status_code for method in methods}
    assert answers == {405}
    allowed = client.put(address(pattern))["Allow"]
    assert ("POST" in allowed, "GET" in allowed) == (
        pattern.name not in READ_ONLY,
        pattern.name not in WRITE_ONLY,
    )
