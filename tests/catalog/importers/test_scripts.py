import pytest

from catalog.importers.scripts import language_of_script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1リットルの涙", "ja"),
        ("아가씨를 부탁해", "ko"),
        ("Hormones วัยว้าวุ่น", "th"),
        ("מלכת הדמעות", "he"),
        ("Το Σήμα", "el"),
        ("Love & π", ""),
        ("ချစ်ဖူးစာ", "my"),
        ("拜托小姐", ""),
        ("Моя прекрасная леди", ""),
        ("دموع", ""),
        ("한국 カナ", ""),
        ("Mi bella dama", ""),
        ("49", ""),
        ("", ""),
    ],
)
def test_language_told_by_script_alone(text, language):
    assert language_of_script(text) == language
