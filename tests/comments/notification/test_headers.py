import email.policy

from comments.notification.headers import Letter

LONG = f"<https://a-long-name-of-a-site.dramas.example/mail/stop/1.{'0' * 64}/>"


def test_long_address_stays_whole():
    letter = Letter("半沢直樹" * 20, "Words.", "a@example.org", ["b@example.org"])
    letter.extra_headers = {"List-Unsubscribe": LONG}
    lines = letter.message(policy=email.policy.SMTP).as_bytes().split(b"\r\n")
    assert f"List-Unsubscribe: {LONG}".encode() in lines
    assert max(len(line) for line in lines if not line.startswith(b"List-")) <= 78
