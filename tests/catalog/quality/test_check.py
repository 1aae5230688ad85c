import datetime

import pytest
from django.utils import timezone

from catalog.merging import merge, undo
from catalog.models import Drama, Finding, FindingCount, QualityMark, Relation, Severity
from catalog.quality import check
from catalog.quality.check import check_all, check_changed, check_dramas, look_again
from catalog.quality.reading import facts_of
from tests import factories

pytestmark = pytest.mark.django_db

STORY = "A doctor who never leaves the harbour meets a sailor who never stays."


def sound(**changes):
    """A drama of which no rule speaks."""
    number = Drama.objects.count()
    genre = factories.GenreFactory()
    given = {"synopsis": f"{number} days. {STORY}", "genres": [genre]}
    given |= {"released_on": datetime.date(2005, 10, 11), "released_precision": "day"}
    drama = factories.DramaFactory(countries=[factories.CountryFactory()], **given | changes)
    factories.CreditFactory(drama=drama)
    return drama


def rules(subject):
    return sorted(subject.findings.values_list("rule", flat=True))


def test_sound_catalogue_has_no_findings():
    sound()
    assert (check_all(), Finding.objects.count()) == (0, 0)


def test_finding_is_new_then_known_then_gone(time_machine_at):
    drama = sound(runtime=600)
    time_machine_at(datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC))
    check_all()
    time_machine_at(datetime.datetime(2026, 5, 2, 12, tzinfo=datetime.UTC))
    check_all()
    finding = drama.findings.get()
    assert (finding.rule, finding.severity) == ("impossible-runtime", Severity.ERROR)
    assert finding.data == {"runtime": 600}
    assert (finding.first_seen.day, finding.last_seen.day) == (1, 2)
    Drama.objects.update(runtime=46)
    check_all()
    assert Finding.objects.count() == 0


def test_silenced_finding_speaks_again_when_its_facts_change():
    drama = sound(runtime=600)
    check_all()
    drama.findings.update(silenced_at=timezone.now(), silenced_by="editor")
    Drama.objects.update(title="Another title")
    check_all()
    assert Finding.objects.open().count() == 0
    Drama.objects.update(runtime=601)
    check_all()
    finding = drama.findings.get()
    assert (finding.silenced_at, finding.silenced_by, finding.data) == (None, "", {"runtime": 601})


def test_unusual_is_not_heard_again_when_the_usual_changes():
    drama = sound(runtime=98)
    check_all()
    drama.findings.update(silenced_at=timezone.now())
    Finding.objects.update(data={"runtime": 98, "usual_low": 1, "usual_high": 2})
    check_all()
    finding = drama.findings.get()
    assert finding.data == {"runtime": 98, "usual_low": 5, "usual_high": 60}
    assert finding.silenced_at is not None


@pytest.mark.parametrize("rows", [1, 3])
def test_facts_take_the_same_queries_whatever_there_is(rows, django_assert_num_queries):
    for _ in range(rows):
        drama = sound(poster=factories.PictureFactory())
        season = factories.SeasonFactory(drama=drama)
        factories.EpisodeFactory.create_batch(rows, season=season)
        factories.RelationFactory(drama=drama, other=sound())
        factories.GalleryImageFactory(drama=drama)
    ids = list(Drama.objects.values_list("pk", flat=True))
    with django_assert_num_queries(17):
        assert len(facts_of(ids)) == len(ids)


def test_catalogue_is_read_in_lots(monkeypatch):
    monkeypatch.setattr(check, "AT_ONCE", 2)
    for _ in range(5):
        sound(runtime=600)
    lots = []
    assert check_all(lots.append) == 5
    assert lots == [2, 2, 1]


def test_same_synopsis_is_found_and_gone_when_one_of_them_is_mended():
    one, other = sound(synopsis=STORY), sound(synopsis=f" {STORY.upper()}")
    check_all()
    assert (rules(one), rules(other)) == (["same-synopsis"], ["same-synopsis"])
    assert one.findings.get().data == {"others": [other.pk], "titles": [other.title]}
    Drama.objects.filter(pk=one.pk).update(synopsis=f"{STORY} And stays.")
    check_dramas([one.pk])
    assert (rules(one), rules(other)) == ([], [])


def test_editions_that_are_related_may_share_their_synopsis():
    one, other = sound(synopsis=STORY), sound(synopsis=STORY)
    Relation.objects.create(drama=other, other=one, kind="related")
    assert check_all() == 0


@pytest.mark.parametrize(
    ("name", "other_name", "is_found"),
    [
        ("Hashizume Ryo", "Hashizume Ryô", True),
        ("Hashizume Ryo", "Hashizume Rio", True),
        ("Hashizume Ryo", "Ryo Hashizume", True),
        ("Hashizume Ryo", "Hashimoto Ryo", False),
        ("Li Na", "Li Ma", False),
    ],
)
def test_people_with_nearly_one_name_and_the_same_dramas_are_alike(name, other_name, is_found):
    dramas = [sound(), sound()]
    one = factories.PersonFactory(name=name)
    other = factories.PersonFactory(name=other_name)
    for drama in dramas:
        factories.CreditFactory(drama=drama, person=one)
        factories.CreditFactory(drama=drama, person=other, role="director")
    check_all()
    expected = ["people-alike"] if is_found else []
    assert (rules(one), rules(other)) == (expected, expected)


def test_people_with_dramas_of_their_own_are_two():
    drama = sound()
    for name in ("Hashizume Ryo", "Hashizume Rio"):
        person = factories.PersonFactory(name=name)
        factories.CreditFactory(drama=drama, person=person, role="director")
        factories.CreditFactory(drama=sound(), person=person)
    check_all()
    assert Finding.objects.count() == 0


def test_person_renamed_is_looked_at_again():
    drama = sound()
    one, other = (factories.PersonFactory(name=f"Hashizume R{x}o") for x in "iy")
    for person in (one, other):
        factories.CreditFactory(drama=drama, person=person, role="director")
    check_all()
    one.name = "Somebody else"
    one.save()
    look_again("person", [one.pk])
    assert (rules(one), rules(other)) == ([], [])


@pytest.mark.parametrize(
    ("address", "is_dead"),
    [
        ("/dramas/", False),
        ("/dramas/the-harbour/", False),
        ("/dramas/once/", False),
        ("/dramas/the-harbour/episodes/?x=1#top", False),
        ("/dramas/nowhere/", True),
        ("/dramas/a-draft/", True),
        ("/people/nobody/", True),
        ("/genres/unused/", True),
        ("/no/such/page/", True),
        ("/old/way/on", False),
    ],
)
def test_redirect_to_what_nobody_can_read_is_found(address, is_dead):
    drama = sound(slug="the-harbour")
    factories.FormerSlugFactory(drama=drama, slug="once")
    sound(slug="a-draft", publication="draft")
    factories.GenreFactory(name="Unused")
    factories.RedirectFactory(old="/old/way/on")
    redirect = factories.RedirectFactory(address=address)
    check_all()
    assert rules(redirect) == (["redirect-to-nothing"] if is_dead else [])


def test_redirect_to_a_draft_is_found_until_it_is_published():
    draft = sound(publication="draft")
    redirect = factories.RedirectFactory(address="", drama=draft)
    check_all()
    assert rules(redirect) == ["redirect-to-nothing"]
    Drama.objects.update(publication="published")
    look_again("redirect", [redirect.pk])
    assert rules(redirect) == []


def test_changes_are_looked_at_and_nothing_else():
    changed, noted, same = sound(), sound(), sound()
    check_all()
    Drama.objects.update(changed_at=timezone.now() - datetime.timedelta(days=1))
    Drama.objects.filter(pk=same.pk).update(synopsis="TBA")
    changed.summary = changed.synopsis
    changed.save()
    Drama.objects.filter(pk=noted.pk).update(runtime=600)
    assert check_changed() == 2
    assert [rules(each) for each in (changed, noted, same)] == [
        ["summary-is-the-synopsis"],
        ["impossible-runtime"],
        [],
    ]
    assert QualityMark.objects.count() == 1


def test_changes_wait_for_the_first_look_at_all():
    sound(runtime=600)
    assert (check_changed(), Finding.objects.count()) == (0, 0)


def test_changes_at_once_are_bounded(monkeypatch):
    for _ in range(3):
        sound()
    check_all()
    monkeypatch.setattr(check, "MOST_CHANGED", 2)
    Drama.objects.update(runtime=600, changed_at=timezone.now())
    assert check_changed() == 2


def test_numbers_of_a_day_are_kept_once():
    sound(runtime=600)
    check_all()
    check_all()
    rows = FindingCount.objects.order_by("severity").values_list("day", "severity", "number")
    today = timezone.localdate()
    assert list(rows) == [(today, 1, 1), (today, 2, 0), (today, 3, 0)]


def test_drama_that_was_merged_into_another_is_let_be():
    kept, gone = sound(synopsis=STORY, runtime=46), sound(synopsis=STORY, runtime=600)
    check_all()
    made = merge(kept, gone)
    check_dramas([kept.pk, gone.pk])
    assert (rules(kept), rules(gone)) == ([], [])
    undo(made)
    check_all()
    assert rules(gone) == ["impossible-runtime", "same-synopsis"]
