import html
import re

import pytest

from comments.kept import Whose
from comments.retention import PERSONAL


def page(client):
    return html.unescape(client.get("/privacy/").content.decode())


@pytest.mark.django_db
def test_page_says_the_whole_table(client):
    text = page(client)
    told = re.findall(r"<dd>(.*?)</dd>", text)
    expected = [
        str(words)[0].upper() + str(words)[1:]
        for whose in Whose
        for kept in PERSONAL
        if kept.whose == whose
        for words in (kept.purpose, kept.form, kept.duration, kept.at_the_end)
    ]
    assert told == expected
    assert [str(kept.what)[1:] for kept in PERSONAL if str(kept.what)[1:] not in text] == []


@pytest.mark.django_db
def test_page_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/privacy/")
    assert (response.status_code, response.cookies) == (200, {})


@pytest.mark.parametrize(("contact", "number"), [("", 0), ("mailto:p@dramas.example", 1)])
@pytest.mark.django_db
def test_page_names_whom_to_write_to_if_there_is_somebody(client, settings, contact, number):
    settings.PRIVACY_CONTACT = contact
    assert page(client).count("write to <a href=") == number
    assert page(client).count("mailto:p@dramas.example") == number


@pytest.mark.django_db
def test_every_page_and_every_form_lead_to_it(client, drama):
    assert client.get("/").content.decode().count('href="/privacy/"') == 1
    assert client.get(drama.get_absolute_url()).content.decode().count('href="/privacy/"') == 2
