import re

import pytest
from django.http import QueryDict
from django.template import Context, Template

from comments.forms import CONTROL_CHARACTERS, PUBLISHED_ADDRESS, ReplyForm

NAME_IS_ADDRESS = "This is an email address, and it would be published. Give a name instead."


def form_of(fields, **about):
    data = QueryDict(mutable=True)
    data.update(fields)
    return ReplyForm(data, action="/post/", **about)


def rendered(form):
    html = Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))
    return re.sub(r"\s+", " ", html)


def test_form_takes_what_is_well_typed(typed):
    form = form_of(typed)
    assert form.is_valid()
    assert form.cleaned_data == typed | {"episode": None, "mail": ""}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("comment", "", "Write your comment."),
        ("comment", " \n\u200b", "Write your comment."),
        ("comment", "a\x00b", CONTROL_CHARACTERS),
        ("comment", "a\x1bb", CONTROL_CHARACTERS),
        ("comment", "my mail: hana@example.org", PUBLISHED_ADDRESS),
        ("name", "", "Give a name to show above your comment."),
        ("name", "\u2800\u3164", "Give a name to show above your comment."),
        ("name", "Ha\nna", CONTROL_CHARACTERS),
        ("name", "hana@example.org", NAME_IS_ADDRESS),
        ("name", "me <other@example.net>", NAME_IS_ADDRESS),
        ("email", "", "Give your email address. It is never shown."),
        ("email", "hana", "Give an email address such as name@example.org."),
        ("email", "hana@", "Give an email address such as name@example.org."),
        ("website", "javascript:alert(1)", "Give a web address such as https://example.org."),
        ("website", "ftp://example.org", "Give a web address such as https://example.org."),
        ("website", "not an address", "Give a web address such as https://example.org."),
        ("website", "https://example.org/?to=hana%40example.org", PUBLISHED_ADDRESS),
    ],
)
def test_form_says_what_is_wrong(typed, field, value, message):
    form = form_of({**typed, field: value})
    assert message in [str(error) for error in form.errors[field]]


NO_NUMBER = "Give the episode as a number, or leave this empty."
ONE = "This drama has 1 episode. Leave this empty, or say 1."
TWELVE = "This drama has 12 episodes. Give a number up to that, or leave this empty."


@pytest.mark.parametrize(
    ("value", "episodes", "messages"),
    [
        ("12", 12, []),
        (" ５ ", None, []),
        ("9999", None, []),
        ("13", 12, [TWELVE]),
        ("2", 1, [ONE]),
        ("0", 12, [NO_NUMBER]),
        ("-1", None, [NO_NUMBER]),
        ("10000", None, [NO_NUMBER]),
        ("9" * 5_000, None, [NO_NUMBER]),
        ("five", 12, [NO_NUMBER]),
        ("5\x00", 12, [NO_NUMBER]),
    ],
)
def test_episode_is_one_that_there_may_be(typed, value, episodes, messages):
    form = form_of(typed | {"episode": value}, episodes=episodes)
    assert list(form.errors.get("episode", [])) == messages


def test_what_has_no_episodes_is_not_asked_for_one(typed):
    form = form_of(typed | {"episode": "1"}, episodes=0)
    assert form.is_valid()
    assert 'name="episode"' not in rendered(form)


@pytest.mark.parametrize(("field", "limit"), [("comment", 10_000), ("name", 80)])
def test_length_is_limited(typed, field, limit):
    assert form_of({**typed, field: "x" * limit}).is_valid()
    assert list(form_of({**typed, field: "x" * (limit + 1)}).errors) == [field]


def test_line_ends_count_once(typed):
    form = form_of({**typed, "comment": "x\r\n" * 4_999 + "y"})
    assert form.is_valid()
    assert form.cleaned_data["comment"] == "x\n" * 4_999 + "y"


def test_website_is_understood_without_its_scheme(typed):
    form = form_of({**typed, "website": "example.org/me"})
    assert form.is_valid()
    assert form.cleaned_data["website"] == "https://example.org/me"


def test_empty_form_is_rendered_as_visitors_know_it():
    html = rendered(ReplyForm(action="/post/"))
    labels = re.findall(r"<label[^>]*>(.*?)</label>", html)
    assert [re.sub(r"<[^>]+>", "", label) for label in labels] == [
        "Comment *",
        "About episode",
        "Name *",
        "Email *",
        "Website",
        "Tell me by mail",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Leave this field empty",
    ]
    assert "Your email address will not be published. Required fields are marked *" in html
    assert '<form action="/post/" class="form" novalidate method="post">' in html
    assert re.findall(r'autocomplete="(\w+)"', html) == ["name", "email", "url", "off"]
    assert re.findall(r'maxlength="(\d+)"', html) == ["10000", "80", "254", "200"]
    assert html.count(" required") == 3
    assert '<p class="remember" hidden>' in html
    assert "csrf" not in html
    assert "error" not in html


def test_wrong_field_is_tied_to_its_message():
    html = rendered(form_of({"comment": "Hello", "name": "", "email": "x", "website": ""}))
    assert re.findall(r'aria-describedby="([^"]+)"', html) == [
        "reply-comment_helptext",
        "reply-episode_helptext",
        "reply-name_error",
        "reply-email_error",
        "reply-mail_helptext",
    ]
    assert html.count('aria-invalid="true"') == 2
    assert '<p class="error-message" id="reply-name_error">' in html
    summary = re.search(r'<div class="error-summary".*?</div>', html).group()
    assert 'tabindex="-1" autofocus' in summary
    assert re.findall(r'href="#([\w-]+)"', summary) == ["reply-name", "reply-email"]


def test_hostile_values_come_back_as_text():
    html = rendered(form_of({"comment": "</textarea><script>alert(1)</script>", "name": '"><b>'}))
    assert "<script>" not in html
    assert '"><b>' not in html
