"""A conversation with everything in it that a reply can have."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from comments.erasure import empty
from comments.models import State

ODD = "]]> <![CDATA[ & <b>x</b> \u202e\ufdd0 漢字 \U0001f600\n\n> *quoted*, \\*not*\n=1+1"


@pytest.fixture
def conversation(drama, said):
    editor = get_user_model().objects.create_user("mira")
    first = said(ODD, website="https://example.org/?a=1&b=2", about_episode=3)
    answer = said("||She leaves.|| And `||`.", parent=first, name="=Mei", editor=editor)
    deeper = said("'tis held", parent=answer, state=State.HELD, verified_at=timezone.now())
    said("Buy!", state=State.SPAM, parent=deeper)
    said("Corrected.", edited_at=timezone.now())
    said("Removed.").remove()
    said("Withdrawn.").withdraw()
    said("No address.", email="")
    empty([said("Erased.", state=State.REMOVED)])
    return [first, answer, deeper]
