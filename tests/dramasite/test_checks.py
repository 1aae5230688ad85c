import pytest
from django.core.checks import run_checks

GOOD = {
    "PRODUCTION": True,
    "DEBUG": False,
    "ALLOWED_HOSTS": ["dramas.example"],
    "SECRET_KEY": "s" * 50,
    "ADDRESS_KEYS": ["a" * 32, "b" * 32],
    "ADDRESS_PEPPER": "p" * 32,
    "SITE_URL": "https://dramas.example",
    "SECURITY_CONTACT": "mailto:security@dramas.example",
    "PRIVACY_CONTACT": "https://dramas.example/about/",
    "DEFAULT_FROM_EMAIL": "Dramas <site@dramas.example>",
}


def findings(settings, **values):
    for name, value in {**GOOD, **values}.items():
        setattr(settings, name, value)
    return [
        found.id for found in run_checks(tags=["security"]) if found.id.startswith("dramasite.")
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"DEBUG": True}, ["dramasite.E001"]),
        ({"ALLOWED_HOSTS": ["dramas.example", "*"]}, ["dramasite.E002"]),
        ({"SECRET_KEY": "s" * 49}, ["dramasite.E003"]),
        ({"ADDRESS_KEYS": ["a" * 32, "b" * 31]}, ["dramasite.E004"]),
        ({"ADDRESS_KEYS": ["a" * 32, ""]}, ["dramasite.E004"]),
        ({"ADDRESS_PEPPER": "p" * 31}, ["dramasite.E005"]),
        ({"ADDRESS_PEPPER": "a" * 32}, ["dramasite.E006"]),
        ({"ADDRESS_KEYS": ["a" * 32, "a" * 32]}, ["dramasite.E006"]),
        ({"SECRET_KEY_FALLBACKS": ["s" * 50]}, ["dramasite.E006"]),
        ({"SECRET_KEY_FALLBACKS": ["t" * 50]}, []),
        ({"DEFAULT_FROM_EMAIL": "webmaster"}, ["dramasite.E007"]),
        ({"SECURITY_CONTACT": "security@dramas.example"}, ["dramasite.E009"]),
        ({"PRIVACY_CONTACT": "privacy@dramas.example"}, ["dramasite.E009"]),
        ({"WEBSUB_HUB": "https://hub.example/"}, []),
        ({"WEBSUB_HUB": "https://hub.example/", "SITE_URL": ""}, ["dramasite.E010"]),
        ({"INDEXNOW_KEY": "0123456789abcdef", "SITE_URL": ""}, ["dramasite.E010"]),
        ({"WEBSUB_HUB": "file:///etc/passwd"}, ["dramasite.E011"]),
        ({"INDEXNOW_ENDPOINT": "indexnow"}, ["dramasite.E011"]),
        ({"INDEXNOW_KEY": "short"}, ["dramasite.E012"]),
        ({"MAIL_RATE_SITE": "500"}, ["dramasite.E013"]),
        ({"REPLY_RATE": "10/0"}, ["dramasite.E013"]),
        ({"SITE_URL": ""}, []),
        ({"SITE_URL": "dramas.example"}, ["dramasite.E008"]),
        ({"SITE_URL": "https://dramas.example/dramas"}, ["dramasite.E008"]),
    ],
)
def test_production_settings_that_are_wrong_are_errors(settings, values, expected):
    assert findings(settings, **values) == expected


def test_production_settings_in_development_are_not_looked_at(settings):
    assert findings(settings, PRODUCTION=False, ADDRESS_KEYS=["short"]) == []
