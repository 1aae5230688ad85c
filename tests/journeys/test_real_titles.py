"""Titles of a real listing, spread over it: every page that they give rise to."""

import random

import pytest
from django.core.management import call_command

from tests.journeys.test_markup import errors
from tests.pages import Crawl, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

EVERY = 22  # of 3,337 rows: 152
CHECKED = 40


@pytest.fixture
def titles(shared, tmp_path):
    rows = (shared / "data/dramas/mydramalist.jsonl").read_text(encoding="utf-8").splitlines()
    sample = tmp_path / "sample.jsonl"
    sample.write_text("\n".join(rows[::EVERY]), encoding="utf-8")
    call_command("import_dramas", str(sample), verbosity=0)


def test_no_page_of_real_titles_is_at_fault(titles):
    crawl = Crawl()
    for kind, address in addresses():
        crawl.visit(kind, address)
    assert crawl.faults == []


@pytest.mark.nu
def test_pages_of_real_titles_are_valid(titles, client, nu_jar, tmp_path):
    some = random.Random(2).sample(list(addresses()), CHECKED)  # noqa: S311 (a sample)
    pages = [tmp_path / f"{number}-{kind}.html" for number, (kind, _) in enumerate(some)]
    for page, (_, address) in zip(pages, some, strict=True):
        page.write_bytes(client.get(address).content)
    assert errors(nu_jar, *pages) == []
