import pytest

from comments.spam.web_addresses import WebAddress, web_addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://Example.com/A?b=1#c", [WebAddress("example.com", "/A?b=1#c", is_bare=False)]),
        ("(http://user:pass@www.example.org:80/x)", [WebAddress("example.org", "/x", False)]),
        ("www.example.org.", [WebAddress("example.org", "", True)]),
        ("go to shop.example.com/buy now", [WebAddress("shop.example.com", "/buy", True)]),
        ("my-page.tk", [WebAddress("my-page.tk", "", True)]),
        ("hana@example.com", []),
        ("Dr. Romantic vs.Dr. House... 7.5/10 e.g.this 2.0", []),
        ("wait.what", []),
        ("index.php and me.you.too", []),
    ],
)
def test_addresses_are_found_however_written(text, expected):
    assert web_addresses(text) == expected
