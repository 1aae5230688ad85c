import email
import email.policy
import re
from email.utils import parsedate_to_datetime

import pytest
from django.core import mail
from django.utils import timezone

from comments.models import Reply
from tests.comments.letters import links_of

pytestmark = pytest.mark.django_db
MEI = {"name": "Mei", "email": "mei@example.org"}


def read(letter):
    """As a mail program reads it; its plain text and its HTML."""
    message = email.message_from_bytes(letter.message().as_bytes(), policy=email.policy.default)
    plain, html = (message.get_body([kind]).get_content() for kind in ("plain", "html"))
    return message, plain, html


@pytest.fixture
def told(subscribed_to, said):
    """The mail about an answer to a reply of Hana's."""

    def answer(body="I thought so too.", **given):
        question = said()
        subscribed_to(reply=question)
        said(body, parent=question, **MEI | given)
        return mail.outbox[-1]

    return answer


def test_answer_is_told_in_plain_text_and_html(told):
    message, plain, html = read(told("**I** thought so & too."))
    assert message["Subject"] == "Mei answered you: A Quiet Harbour"
    assert message["To"] == "hana@example.org"
    assert "> I thought so & too." in plain.splitlines()
    assert '<blockquote dir="auto">I thought so &amp; too.</blockquote>' in html
    assert '<html lang="en">' in html
    address = f"https://dramas.example/replies/{Reply.objects.latest('pk').pk}/"
    assert address in plain.splitlines()
    assert f'href="{address}"' in html
    assert set(re.findall(r"https?://[^\s\"<]+", plain)) <= set(
        re.findall(r"https?://[^\s\"<]+", html)
    )


def test_headers_tell_programs_what_it_is(told):
    message, plain, _html = read(told())
    unsubscribe = message["List-Unsubscribe"]
    assert unsubscribe.startswith("<https://dramas.example/mail/stop/")
    assert unsubscribe[1:-1] in plain.splitlines()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "bulk"
    assert message["Content-Language"] == "en"
    assert abs((parsedate_to_datetime(message["Date"]) - timezone.now()).total_seconds()) < 60


def test_mails_of_a_thread_belong_together(subscribed_to, said, drama):
    recipient = subscribed_to().recipient.pk
    first = said(**MEI)
    second = said(parent=first, **MEI)
    said(parent=second, **MEI)
    one, two, three = (read(letter)[0] for letter in mail.outbox)
    root = f"<drama-{drama.pk}.{recipient}@dramas.example>"
    assert (one["In-Reply-To"], one["References"]) == (root, root)
    assert two["In-Reply-To"] == one["Message-ID"]
    assert three["In-Reply-To"] == two["Message-ID"]
    assert three["References"].split() == [root, one["Message-ID"], two["Message-ID"]]
    assert len({message["Message-ID"] for message in (one, two, three)}) == 3


@pytest.mark.parametrize(
    ("body", "given"),
    [
        ("||He dies.||", {}),
        ("||He dies.", {}),
        ("He dies.", {"about_episode": 7}),
    ],
)
def test_mail_gives_nothing_away(told, body, given):
    message, plain, html = read(told(body, **given))
    assert "dies" not in f"{message['Subject']} {plain} {html}"
    assert "is not quoted here." in plain
    assert "is not quoted here." in html
    assert ("about episode 7" in plain) == bool(given)


def test_mail_holds_nobody_elses_address(told):
    letter = told()
    assert "mei@example.org" not in letter.message().as_string()
    assert letter.recipients() == ["hana@example.org"]


def test_name_keeps_its_direction_to_itself(told, drama):
    drama.title = "חתונמי"
    drama.save()
    message, plain, html = read(told(name="مي"))
    assert message["Subject"] == "\u2068مي\u2069 answered you: \u2068חתונמי\u2069"
    assert "\u2068مي\u2069 answered you on \u2068חתונמי\u2069:" in plain
    assert "<bdi>مي</bdi> answered you on <bdi>חתונמי</bdi>" in html


@pytest.mark.parametrize("name", ["Mei <b>", '"Mei" <mei@example.net', "Mei\u2028To: x"])
def test_hostile_name_stays_a_name(told, name):
    message, plain, html = read(told(name=name))
    assert message["Subject"] == f"{' '.join(name.split())} answered you: A Quiet Harbour"
    assert message["To"] == "hana@example.org"
    assert "<b>" not in html
    assert name.split()[0] in plain


def test_title_with_a_line_end_breaks_no_header(told, drama):
    drama.title = "A Quiet\nHarbour"
    drama.save()
    assert read(told())[0]["Subject"] == "Mei answered you: A Quiet Harbour"


def test_sender_has_the_name_of_the_site(told, settings):
    settings.DEFAULT_FROM_EMAIL = "mail@dramas.example"
    assert read(told())[0]["From"] == "Dramasite <mail@dramas.example>"
    settings.DEFAULT_FROM_EMAIL = "Dramas <mail@dramas.example>"
    assert read(told())[0]["From"] == "Dramas <mail@dramas.example>"


def test_confirmation_carries_all_that_its_reader_needs(asked):
    asked("answers")
    message, plain, html = read(mail.outbox[0])
    assert message["Subject"] == "Please confirm: mail about A Quiet Harbour"
    links = links_of(mail.outbox[0])
    assert {"confirm", "refuse", "stop", "replies", "dramas"} < set(links)
    assert all(f'href="{url}"' in html for url in links.values())
    assert message["List-Unsubscribe"] == f"<{links['stop']}>"
    assert "Dramasite" in plain
