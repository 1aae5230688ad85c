"""What the checks are asked about."""

import pytest

from comments.models import Reply, State
from comments.spam.said import Said
from comments.visitor import Visitor


@pytest.fixture
def nobody():
    """A visitor of whom nothing is known."""
    return Visitor()


@pytest.fixture
def said_of():
    return Said


@pytest.fixture
def points(nobody):
    """What one check gives for a text, or for whatever else is said."""

    def ask(check, text="", **given):
        finding = check(Said(text, **given), nobody)
        return finding.points if finding else 0

    return ask


@pytest.fixture
def trusted(said):
    """A visitor of whom an editor has approved something."""
    visitor = Visitor(browser_key="a" * 64)
    said(state=State.HELD, browser_key=visitor.browser_key).approve()
    return visitor


@pytest.fixture
def stored(db):
    """The reasons of the only reply: (check, points)."""
    return lambda: [(each["check"], each["points"]) for each in Reply.objects.get().reasons]
