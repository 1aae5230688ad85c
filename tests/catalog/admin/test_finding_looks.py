"""The findings in a real browser: both schemes, a phone and a desk, and a finding called right."""

import datetime

import pytest
from django.utils import timezone

from catalog.models import Finding, FindingCount
from catalog.quality.check import check_all
from tests.catalog.admin.test_browser import logged_in, violations
from tests.catalog.quality.test_check import sound
from tests.journeys.test_accessibility import findings

pytestmark = pytest.mark.browser

LIST = "/admin/catalog/finding/"
__all__ = ["logged_in"]


@pytest.fixture
def drama(transactional_db):
    drama = sound(runtime=600, title="The Harbour")
    sound(runtime=98)
    check_all()
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    for severity in (1, 2, 3):
        FindingCount.objects.create(day=yesterday, severity=severity, number=9)
    return drama


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_findings_are_accessible_at_every_width(drama, logged_in, live_server, console, scheme):
    logged_in.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    form = f"/admin/catalog/drama/{drama.pk}/change/"
    for width in (360, 1440):
        logged_in.set_viewport_size({"width": width, "height": 800})
        for address in (LIST, f"{LIST}?rule=unusual-runtime"):
            logged_in.goto(live_server.url + address)
            assert findings(logged_in) == []
            assert logged_in.evaluate("document.documentElement.scrollWidth") == width
        logged_in.goto(live_server.url + form)
        assert logged_in.locator(".findings-own .finding").count() == 1
    assert violations(console) == []


def test_finding_is_called_right_and_the_field_is_found(drama, logged_in, live_server):
    logged_in.goto(live_server.url + LIST)
    logged_in.click("text=The Harbour")
    assert logged_in.locator("#id_runtime:target").input_value() == "600"
    logged_in.click("text=This is right")
    logged_in.wait_for_url("**/change/")
    assert logged_in.locator(".findings-own").count() == 0
    assert Finding.objects.silenced().get().silenced_by == "admin"
