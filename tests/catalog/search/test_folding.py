import pytest

from catalog.search.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Extraordinary Attorney WOO", "extraordinary attorney woo"),
        ("Ryô & Ôoku", "ryo and ooku"),
        ("Shin'ya, Shin’ya", "shinya shinya"),
        ("Đường về nhà", "duong ve nha"),
        ("Straße Æon", "strasse aeon"),
        ("ＦＵＬＬ ｗｉｄｔｈ　１", "full width 1"),
        ("ﾊﾞﾙﾑｰﾝ", "ばるむん"),
        ("ノダメ", "のだめ"),
        ("半澤直樹", "半泽直树"),
        ("半沢直樹", "半泽直树"),
        ("太子妃升職記", "太子妃升职记"),
        ("時々", "时时"),
        ("사랑ㅂ", "사랑"),
        ("사랑", "사랑"),
        ("วัยว้าวุ่น", "วัยว้าวุ่น"),
        ("Ёлки", "елки"),
        ("To.Jenny—J.A.M.", "to jenny j a m"),
        ("≥75℃", "75 c"),
        ("Hunter × Hunter", "hunter x hunter"),
        ("a\x00b\u200bc", "a b c"),
        ("★☆", ""),
        ("", ""),
    ],
)
def test_text_is_folded(written, folded):
    assert fold(written) == folded


def test_folding_again_changes_nothing():
    text = "Ôoku 半澤直樹 ﾊﾞﾙﾑｰﾝ Đường 사랑의 วัยว้าวุ่น"
    assert fold(fold(text)) == fold(text)
