import pytest

from dramasite.headers import HEADERS

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


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/nowhere/", "/ADMIN/"])
def test_security_headers_are_on_every_answer(client, address):
    headers = client.get(address).headers
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED


def test_permissions_policy_allows_no_feature():
    policy = HEADERS["Permissions-Policy"].split(", ")
    assert [feature for feature in policy if not feature.endswith("=()")] == []
