"""The page that this site was conceived from deserves findings; here they are by name."""

import datetime
import re
from decimal import Decimal

import pytest

from catalog.models import Drama, Finding, Person
from catalog.quality.check import check_all
from catalog.quality.reasons import reason
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

DESERVED = {
    "broken-sentence",
    "cast-without-characters",
    "ended-without-end",
    "leftover-marks",
    "mixed-romanisation",
    "old-figures",
    "rating-without-votes",
    "summary-is-the-synopsis",
    "unusual-runtime",
}


def reference(shared):
    """The page's texts by heading, and its facts by name."""
    text = (shared / "reference" / "1-litre-of-tears.txt").read_text()
    title, lead, _heading, synopsis, rest = text.split("\n", 4)
    about = rest.split("\n", 1)[1].partition("\nDetails\n")[0]
    pairs = re.findall(r"^- (.+)\n- (.+)$", rest, re.MULTILINE)
    return {"title": title, "lead": lead, "synopsis": synopsis, "about": about} | dict(pairs)


@pytest.fixture
def page(shared):
    """The reference entered as it stands, a year and more ago."""
    facts = reference(shared)
    drama = factories.DramaFactory(
        title=facts["title"],
        native_title=facts["Native Title"],
        original_language="ja",
        summary=facts["lead"],
        synopsis=facts["synopsis"],
        about=facts["about"],
        status=facts["Status"].lower(),
        released_on=datetime.date.fromisoformat(facts["Release Date"]),
        released_precision="day",
        season_count=int(facts["Seasons"]),
        episode_count=int(facts["Episodes"]),
        runtime=int(facts["Runtime"].removesuffix("m")),
        content_rating=facts["Content Rating"],
        countries=[factories.CountryFactory()],
        networks=[factories.NetworkFactory(name=facts["Network"])],
        genres=[factories.GenreFactory(name=name) for name in ("Drama", "Melodrama")],
    )
    for name in facts["Cast"].split(", "):
        factories.CreditFactory(drama=drama, person__name=name, character="")
    factories.ListingFiguresFactory(
        drama=drama,
        rating=Decimal(re.search(r"rating of (\d\.\d)", facts["about"])[1]),
        votes=None,
        watchers=int(facts["Watchers"].replace(",", "")),
        as_of=datetime.date(2024, 5, 1),
    )
    return drama


def test_reference_page_deserves_these_findings(page):
    check_all()
    assert (Drama.objects.count(), Person.objects.count()) == (1, 10)
    assert {finding.rule for finding in page.findings.all()} == DESERVED
    assert Finding.objects.count() == len(DESERVED) >= 6


def test_reasons_of_the_reference_page_name_its_facts(page):
    check_all()
    said = {finding.rule: reason(finding) for finding in page.findings.all()}
    assert said["unusual-runtime"] == "98 minutes is long: others of its kind take 5 to 60."
    assert said["mixed-romanisation"] == (
        "Two ways to write the same sound: “Ryo Nishikido” and “Ryô Hashizume”."
    )
    assert said["leftover-marks"] == "A mark of another site is left in a text: “~~”."
