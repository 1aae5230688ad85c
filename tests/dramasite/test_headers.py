import pytest

from catalog.images import Variant
from catalog.models import Drama
from comments.models import Reply, State
from dramasite.headers import HEADERS
from tests.factories import DramaFactory, PictureFactory

TYPED = {"comment": "Words.", "name": "Mei", "email": "mei@example.org"}
ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}
LONG = "x" * 2_000_000

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
EXPECTED = {
    **HEADERS,
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


DRAWING = "default-src 'none'; frame-ancestors 'none'"
# What it is, how it is asked for, and what it answers.
ANSWERS = [
    ("a page", "get", "/dramas/quiet/", {}, 200),
    ("a file for robots", "get", "/robots.txt", {}, 200),
    ("another spelling", "get", "/DRAMAS/", {}, 301),
    ("a missing slash", "get", "/dramas/quiet", {}, 301),
    ("a taken reply", "post", "/dramas/quiet/replies/", {"data": TYPED}, 303),
    ("a drawing kept", "get", "/dramas/quiet/poster.svg", {"headers": {"If-None-Match": "*"}}, 304),
    ("a broken request", "get", "/", {"headers": {"Host": "evil.example"}}, 400),
    ("a post from elsewhere", "post", "/dramas/quiet/replies/", {"headers": ELSEWHERE}, 403),
    ("no page", "get", "/nowhere/", {}, 404),
    ("another method", "put", "/dramas/quiet/replies/", {}, 405),
    ("too large a reply", "post", "/dramas/quiet/replies/", {"data": {"comment": LONG}}, 413),
    ("a wrong reply", "post", "/dramas/quiet/replies/", {"data": {}}, 422),
    ("the desk, closed", "get", "/admin/", {}, 302),
    ("the desk's door", "get", "/admin/login/", {}, 200),
    ("a file of ours", "get", "/static/plain.css", {}, 200),
    ("a file that is not there", "get", "/static/none.css", {}, 404),
]


@pytest.fixture
def site(db, settings):
    DramaFactory(slug="quiet")
    file = settings.STATIC_ROOT / "plain.css"
    file.write_text("a {}")
    yield
    file.unlink()


def headers_of(response):
    return {name: response.headers.get(name) for name in EXPECTED}


@pytest.mark.parametrize(
    ("method", "address", "asked", "status"),
    [answer[1:] for answer in ANSWERS],
    ids=[answer[0] for answer in ANSWERS],
)
def test_security_headers_are_on_every_answer(site, client, method, address, asked, status):
    response = getattr(client, method)(address, **asked)
    response.close()
    assert (response.status_code, headers_of(response)) == (status, EXPECTED)


def test_security_headers_are_on_a_drawing(site, client):
    response = client.get("/dramas/quiet/poster.svg")
    expected = EXPECTED | {"Content-Security-Policy": DRAWING}
    assert (response.status_code, headers_of(response)) == (200, expected)


def test_security_headers_are_on_what_is_gone(site, client):
    reply = Reply.objects.post(Drama.objects.get(), name="Mei", body="x", state=State.REMOVED)
    response = client.get(reply.get_absolute_url())
    assert (response.status_code, headers_of(response)) == (410, EXPECTED)


def test_security_headers_are_on_what_came_too_fast(site, client, settings):
    settings.REPLY_RATE = "0/600"
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    response = client.post("/dramas/quiet/replies/", TYPED)
    assert (response.status_code, headers_of(response)) == (429, EXPECTED)


def test_security_headers_are_on_a_failure(site, client, settings):
    settings.ADDRESS_PEPPER = None
    client.raise_request_exception = False
    response = client.post("/dramas/quiet/replies/", TYPED)
    assert (response.status_code, headers_of(response)) == (500, EXPECTED)


def test_security_headers_are_on_a_picture(site, client):
    response = client.get(Variant(PictureFactory(width=400, height=200), 160, "webp").url)
    response.close()
    assert (response.status_code, headers_of(response)) == (200, EXPECTED)


def test_security_headers_are_on_the_desk(site, admin_client):
    for address in ("/admin/", "/admin/comments/reply/", "/admin/catalog/drama/add/"):
        response = admin_client.get(address)
        assert (response.status_code, headers_of(response)) == (200, EXPECTED)


def test_permissions_policy_allows_no_feature():
    policy = HEADERS["Permissions-Policy"].split(", ")
    assert [feature for feature in policy if not feature.endswith("=()")] == []
