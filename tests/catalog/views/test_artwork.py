from xml.etree import ElementTree

import pytest

from catalog.artwork import Subject
from catalog.models import Drama

pytestmark = pytest.mark.django_db

KINDS = ("poster", "backdrop")


def drama(**values):
    return Drama.objects.create(
        **{"title": "<W> & 49", "slug": "w", "publication": "published"} | values
    )


@pytest.mark.parametrize("kind", KINDS)
def test_drawing_is_an_svg_that_may_load_nothing(client, kind):
    drama()
    response = client.get(f"/dramas/w/{kind}.svg")
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert ElementTree.fromstring(response.content).tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("kind", KINDS)
def test_drawing_is_kept_for_good_only_under_its_version(client, kind):
    version = Subject.of(drama()).version
    kept = {
        query: client.get(f"/dramas/w/{kind}.svg{query}")["Cache-Control"]
        for query in ("", "?v=00000000", f"?v={version}")
    }
    assert kept == {
        "": "public, no-cache",
        "?v=00000000": "public, no-cache",
        f"?v={version}": "public, max-age=31536000, immutable",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_unchanged_drawing_is_not_sent_again(client, kind):
    drama()
    etag = client.get(f"/dramas/w/{kind}.svg")["ETag"]
    response = client.get(f"/dramas/w/{kind}.svg", headers={"If-None-Match": etag})
    assert (response.status_code, response["ETag"]) == (304, etag)
    assert response["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("kind", KINDS)
def test_unpublished_drama_has_no_drawing(client, kind):
    drama(publication="draft")
    assert client.get(f"/dramas/w/{kind}.svg").status_code == 404
