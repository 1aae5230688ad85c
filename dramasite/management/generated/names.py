"""Names of people, in their own script and romanised, put together from parts."""

from __future__ import annotations

from dataclasses import dataclass

from dramasite.management.generated.dice import Dice

FAMILY = {
    "ja": "山 yama,川 kawa,森 mori,石 ishi,松 matsu,竹 take,小 ko,大 oo,中 naka,高 taka,"
    "北 kita,西 nishi,南 minami,東 higashi,藤 fuji,青 ao,白 shira,黒 kuro,金 kane,福 fuku",
    "ko": "김 Kim,이 Lee,박 Park,최 Choi,정 Jung,강 Kang,조 Jo,윤 Yoon,장 Jang,임 Lim,한 Han,"
    "오 Oh,서 Seo,신 Shin,권 Kwon,황 Hwang,안 Ahn,송 Song,류 Ryu,홍 Hong",
    "zh-Hans": "王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,黄 Huang,赵 Zhao,吴 Wu,周 Zhou,"
    "徐 Xu,孙 Sun,马 Ma,朱 Zhu,胡 Hu,林 Lin,郭 Guo,何 He,高 Gao,罗 Luo",
    "zh-Hant": "王 Wang,李 Li,張 Zhang,劉 Liu,陳 Chen,楊 Yang,黃 Huang,趙 Zhao,吳 Wu,周 Zhou,"
    "徐 Xu,孫 Sun,馬 Ma,朱 Zhu,胡 Hu,林 Lin,郭 Guo,何 He,高 Gao,羅 Luo",
    "th": "วงศ์ wong,ศรี si,ทอง thong,แก้ว kaeo,สุข suk,รัตน์ rat,บุญ bun,ชัย chai,พงษ์ phong,"
    "สวัสดิ์ sawat,เจริญ charoen,มงคล mongkhon",
    "tl": " Santos, Reyes, Cruz, Bautista, Ocampo, Garcia, Mendoza, Torres, Flores, Ramos,"
    " Aquino, Navarro, Salazar, Mercado, Villanueva",
}
# Behind a Japanese or Thai family name's first part
SECOND = {
    "ja": "田 da,村 mura,野 no,原 hara,島 shima,沢 sawa,口 guchi,本 moto,井 i,谷 ya,崎 saki,"
    "岡 oka,橋 hashi,浜 hama,倉 kura,塚 zuka,池 ike,坂 saka",
    "th": "กุล kun,พันธ์ phan,ชาติ chat,สกุล sakun,ธรรม tham,วัฒน์ wat,ศักดิ์ sak,นันท์ nan,ภักดี phakdi,เดช det",
}
GIVEN = {
    "ja": "美 mi,子 ko,香 ka,奈 na,恵 e,里 ri,優 yu,真 ma,紀 ki,太 ta,介 suke,也 ya,斗 to,"
    "志 shi,乃 no,菜 na,希 ki,花 ka,沙 sa,理 ri",
    "ko": "민 Min,지 Ji,서 Seo,현 Hyun,수 Soo,은 Eun,영 Young,준 Joon,진 Jin,우 Woo,혜 Hye,"
    "아 Ah,원 Won,하 Ha,윤 Yoon,재 Jae,태 Tae,경 Kyung,성 Sung,호 Ho,연 Yeon,나 Na,보 Bo,"
    "소 So,유 Yu,도 Do,기 Ki,동 Dong,미 Mi,선 Sun",
    "zh-Hans": "伟 wei,芳 fang,敏 min,静 jing,丽 li,强 qiang,军 jun,洋 yang,勇 yong,艳 yan,"
    "杰 jie,涛 tao,明 ming,超 chao,霞 xia,平 ping,刚 gang,文 wen,云 yun,莉 li,雪 xue,晨 chen,"
    "宇 yu,欣 xin,梦 meng,子 zi,轩 xuan,涵 han",
    "zh-Hant": "偉 wei,芳 fang,敏 min,靜 jing,麗 li,強 qiang,軍 jun,洋 yang,勇 yong,艷 yan,"
    "傑 jie,濤 tao,明 ming,超 chao,霞 xia,平 ping,剛 gang,文 wen,雲 yun,莉 li,雪 xue,晨 chen,"
    "宇 yu,欣 xin,夢 meng,子 zi,軒 xuan,涵 han",
    "th": "กา ka,นา na,ชา cha,พิ phi,มา ma,ริ ri,สา sa,ธนา thana,วิ wi,อร on,ณัฐ nat,ภา pha,"
    "ศิ si,รัก rak,ดา da,พร phon",
    "tl": " Ana, Maria, Jose, Luz, Carlo, Bea, Paolo, Liza, Miguel, Rosa, Ramon, Clara,"
    " Andres, Teresa, Nico, Elena",
}
HYPHENATED = ("ko",)


@dataclass(frozen=True, slots=True)
class Name:
    native: str
    roman: str


def _parts(table: dict[str, str]) -> dict[str, list[tuple[str, ...]]]:
    return {
        language: [tuple(pair.split(" ")) for pair in parts.split(",")]
        for language, parts in table.items()
    }


_FAMILY, _SECOND, _GIVEN = _parts(FAMILY), _parts(SECOND), _parts(GIVEN)


def name(dice: Dice, language: str) -> Name:
    """Family name first, as it is said there; given name first in Thai and Tagalog."""
    family = [dice.choice(_FAMILY[language])]
    if language in _SECOND:
        family.append(dice.choice(_SECOND[language]))
    given = [dice.choice(_GIVEN[language]), dice.choice(_GIVEN[language])]
    parts = [_joined(family, ""), _joined(given, " " if language in HYPHENATED else "")]
    if language == "tl":
        parts = [("", f"{given[0][1]} {family[0][1]}")]
    if language == "th":
        parts.reverse()
    space = " " if language == "th" else ""
    return Name(space.join(p[0] for p in parts), " ".join(p[1] for p in parts))


def _joined(parts: list[tuple[str, ...]], between: str) -> tuple[str, str]:
    native, roman = ("".join(p[0] for p in parts), between.join(p[1] for p in parts))
    return native, roman if between else roman.capitalize()
