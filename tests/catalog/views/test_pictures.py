from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from catalog.images import Variant
from tests.catalog.photos import a_picture

pytestmark = pytest.mark.django_db


def url(picture, width=160, extension="webp"):
    return Variant(picture, width, extension).url


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("extension", "mime", "format"),
    [("avif", "image/avif", "AVIF"), ("webp", "image/webp", "WEBP"), ("jpg", "image/jpeg", "JPEG")],
)
def test_variant_is_made_on_first_request(client, extension, mime, format):
    response = client.get(url(a_picture(400, 200), 160, extension))
    image = Image.open(BytesIO(body(response)))
    assert (response.status_code, response["Content-Type"]) == (200, mime)
    assert (image.format, image.size) == (format, (160, 80))


def test_variant_is_kept_for_good_and_asks_no_query_again(client):
    address = url(a_picture(400, 200))
    first = client.get(address)
    body(first)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        second = client.get(address)
        body(second)
    assert len(queries) == 0
    for response in (first, second):
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["ETag"] == first["ETag"]
        assert "Set-Cookie" not in response


def test_unchanged_variant_is_not_sent_again(client):
    address = url(a_picture(400, 200))
    first = client.get(address)
    body(first)
    etag = first["ETag"]
    response = client.get(address, headers={"If-None-Match": etag})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)


@pytest.mark.parametrize(
    "name",
    ["161.webp", "0.webp", "640.webp", "160.png", "160.svg", "original.jpg", "99999999999.webp"],
)
def test_nothing_else_is_made_or_served(client, name):
    picture = a_picture(400, 200)
    assert client.get(f"/media/pictures/{picture.token}/{name}").status_code == 404


def test_unknown_picture_is_not_found(client):
    assert client.get("/media/pictures/0123456789abcdef/160.webp").status_code == 404


def test_lost_original_is_not_found(client):
    picture = a_picture(400, 200)
    picture.original.storage.delete(picture.original.name)
    assert client.get(url(picture)).status_code == 404


def test_posting_is_refused(client):
    assert client.post(url(a_picture())).status_code == 405
