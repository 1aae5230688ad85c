"""A drama that may be replied to, and what somebody types."""

import pytest

from catalog.models import Drama, Publication
from comments.models import Reply, State


@pytest.fixture
def drama(db):
    return Drama.objects.create(
        title="A Quiet Harbour", slug="a-quiet-harbour", publication=Publication.PUBLISHED
    )


@pytest.fixture
def typed():
    return {
        "comment": "The last episode stays with me.",
        "name": "Hana",
        "email": "hana@example.org",
        "website": "",
    }


@pytest.fixture
def said(drama):
    """Writes a reply; published unless told otherwise."""
    counter = iter(range(1, 100_000))

    def write(body=None, state=State.PUBLISHED, **given):
        body = body or f"Words number {next(counter)}."
        given = {"name": "Hana", "email": "hana@example.org"} | given
        return Reply.objects.post(drama, body=body, state=state, **given)

    return write
