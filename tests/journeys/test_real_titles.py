"""Titles of a real listing, spread over it: every page that they give rise to."""

import random

import pytest
from django.core.management import call_command

from tests.journeys.test_markup import errors
from tests.pages import Crawl, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

EVERY = 22  # of 3,337 rows: 152
EVERY_OTHER_PAGE = 25  # of those of people and labels: about 70
CHECKED = 40


@pytest.fixture
def titles(shared, tmp_path):
    rows = (shared / "data/dramas/mydramalist.jsonl").read_text(encoding="utf-8").splitlines()
    sample = tmp_path / "sample.jsonl"
    sample.write_text("\n".join(rows[::EVERY]), encoding="utf-8")
    call_command("import_dramas", str(sample), verbosity=0)


@pytest.mark.long
def test_no_page_of_real_titles_is_at_fault(titles):
    crawl = Crawl()
    pages = list(addresses())
    dramas = [page for page in pages if page[0] == "drama"]
    others = [page for page in pages if page[0] != "drama"]
    for kind, address in dramas + others[::EVERY_OTHER_PAGE]:
        crawl.visit(kind, address)
    assert crawl.faults == []


@pytest.mark.long
@pytest.mark.nu
def test_pages_of_real_titles_are_valid(titles, client, nu_jar, tmp_path):
    some = random.Random(2).sample(list(addresses()), CHECKED)
    pages = [tmp_path / f"{number}-{kind}.html" for number, (kind, _) in enumerate(some)]
    for page, (_, address) in zip(pages, some, strict=True):
        page.write_bytes(client.get(address).content)
    assert errors(nu_jar, *pages) == []
