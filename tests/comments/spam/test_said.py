from comments.spam.said import Said


def test_text_is_read_in_one_spelling():
    said = Said("ＢＵＹ сasino\u200b!")
    assert (said.folded, said.unmasked) == ("buy сasino!", "buy casino!")


def test_addresses_are_told_from_words():
    said = Said("See https://example.org/x now")
    assert [each.host for each in said.addresses] == ["example.org"]
    assert said.text_without_addresses == "See   now"
