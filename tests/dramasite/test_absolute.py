import pytest
from django.core.exceptions import DisallowedHost

from dramasite.absolute import absolute, on_the_site


def test_address_is_on_the_host_that_is_asked(rf):
    assert absolute("/dramas/", rf.get("/", HTTP_HOST="localhost")) == "http://localhost/dramas/"


def test_address_is_on_the_site_once_that_is_known(rf, settings):
    settings.SITE_URL = "https://dramas.example"
    request = rf.get("/", HTTP_HOST="evil.example")
    assert absolute("/dramas/?page=2", request) == "https://dramas.example/dramas/?page=2"


def test_host_that_is_not_ours_is_refused(rf):
    with pytest.raises(DisallowedHost):
        absolute("/", rf.get("/", HTTP_HOST="evil.example"))


@pytest.mark.parametrize(
    ("site", "path", "expected"),
    [
        ("", "/dramas/", "/dramas/"),
        ("https://dramas.example", "/dramas/", "https://dramas.example/dramas/"),
        ("https://dramas.example", "https://media.example/1.jpg", "https://media.example/1.jpg"),
    ],
)
def test_path_is_on_the_site(settings, site, path, expected):
    settings.SITE_URL = site
    assert on_the_site(path) == expected
