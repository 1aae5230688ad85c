"""The form as it is heard: what is wrong first, then each field with what is wrong with it."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import DramaFactory
from tests.journeys.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Of a tree of accessibility: what may be operated, and the paragraphs that say what is wrong.
HEARD = re.compile(
    r"""- '?(alert|(?:link|textbox|combobox|checkbox|button) ".+?"(?: \[invalid\])?"""
    r"""|paragraph: "?(?:Write|Give) .+\.)"""
)
FIELDS = {
    "comment": ("Comment *", "Write your comment."),
    "episode": ("About episode", "Give the episode as a number, or leave this empty."),
    "name": ("Name *", "Give a name to show above your comment."),
    "email": ("Email *", "Give an email address such as name@example.org."),
    "website": ("Website", "Give a web address such as https://example.org."),
}
HINTS = {
    "comment": "What gives the story away stands folded ||between two bars||.",
    "episode": "If it is about one: it stays folded for those who have not come that far.",
}
AFTER_THE_FIELDS = [
    'combobox "Tell me by mail"',
    'checkbox "Save my name, email, and website in this browser for the next time I comment."',
    'button "Post Comment"',
]
NOTHING = dict.fromkeys(FIELDS, "")
GOOD = NOTHING | {"comment": "Words.", "name": "Mei", "email": "mei@example.org"}


@pytest.fixture
def form(page, live_server, transactional_db):
    DramaFactory(slug="quiet", title="A Quiet Harbour", episode_count=12)
    page.goto(f"{live_server.url}/dramas/quiet/")
    return page.locator("main form")


def post(form, typed):
    for name, value in typed.items():
        form.locator(f"#reply-{name}").fill(value)
    with form.page.expect_navigation():
        form.get_by_role("button", name="Post Comment").click()


def summary(wrong):
    links = [FIELDS[name] for name in wrong]
    said = [f'link "{label.removesuffix(" *")}: {error}"' for label, error in links]
    return ["alert", *said] if wrong else []


def fields(wrong):
    for name, (label, error) in FIELDS.items():
        yield f'textbox "{label}"' + (" [invalid]" if name in wrong else "")
        if name in wrong:
            yield f"paragraph: {error}"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (None, []),
        (GOOD | {"email": "mei"}, ["email"]),
        (NOTHING | {"episode": "the last", "email": "mei", "website": "ftp://u.test"}, [*FIELDS]),
    ],
    ids=["no error", "one error", "five errors"],
)
def test_form_is_heard_in_order(form, typed, wrong):
    if typed:
        post(form, typed)
    heard = [*summary(wrong), 'link "What is kept, and how long"', *fields(wrong)]
    assert HEARD.findall(form.aria_snapshot()) == [*heard, *AFTER_THE_FIELDS]
    for name, (_label, error) in FIELDS.items():
        told = [HINTS.get(name, ""), error if name in wrong else ""]
        field = form.locator(f"#reply-{name}")
        expect(field).to_have_accessible_description(" ".join(told).strip())
    assert findings(form.page) == []
