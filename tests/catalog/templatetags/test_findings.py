import pytest

from catalog.models import Finding
from catalog.templatetags.findings import mended_at, rule_name, waiting_findings
from tests import factories

pytestmark = pytest.mark.django_db


def test_rule_name_has_words():
    assert rule_name("ends-before-it-begins") == "ends before it begins"


@pytest.mark.parametrize(
    ("rule", "data", "place"),
    [
        ("impossible-runtime", {}, "/admin/catalog/drama/{pk}/change/#id_runtime"),
        ("old-figures", {}, "/admin/catalog/drama/{pk}/change/#figures-group"),
        ("episode-missing", {"season": 7}, "/admin/catalog/season/7/change/"),
        ("picture-without-words", {"picture": 8}, "/admin/catalog/picture/8/change/"),
        ("no-rule-any-more", {}, "/admin/catalog/drama/{pk}/change/"),
    ],
)
def test_finding_is_mended_at_its_very_field(rule, data, place):
    drama = factories.DramaFactory()
    assert mended_at(Finding(rule=rule, data=data, drama=drama)) == place.format(pk=drama.pk)


def test_waiting_findings_take_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert waiting_findings()["number"] == 0
