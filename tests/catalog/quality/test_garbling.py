import pytest

from catalog.quality.garbling import garbled_part


@pytest.mark.parametrize("text", ["Ryô", "시작", "港の人", "“Its” end…", "Тайна", "l’été"])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_utf8_that_was_read_otherwise_is_garbled(text, encoding):
    assert garbled_part(text.encode().decode(encoding, "replace"))


@pytest.mark.parametrize(
    "text",
    ["", "Ryô Hashizume", "“Où?” “Là-bas…”", "Ærø", "Straße", "≥75℃", "à“”", "시작", "L’Été—“é”…"],
)
def test_sound_text_is_not_garbled(text):
    assert garbled_part(text) == ""


def test_what_no_decoder_could_read_is_garbled():
    assert garbled_part("Ry\ufffd") == "\ufffd"
