"""The networks of a drama, told apart where the source runs their names together."""

from __future__ import annotations

import re

# Names that stand on listing sites one after another with nothing but a space between.
KNOWN = (
    "ABC", "ABS-CBN", "AIS Play", "AbemaTV", "Amarin TV 34 HD", "Amazon Prime", "Anhui TV",
    "BS Asahi", "BS TV Tokyo", "BS-TBS", "BTV", "Bilibili", "CBC", "CCTV", "CGV", "CHOCO TV",
    "COUPANG TV", "CTS", "CTV", "Channel 3", "Channel 7", "Channel 8", "Channel 9", "Channel A",
    "DMM TV", "DRAMAcube", "Daum Kakao TV", "Disney+", "Douyin", "DramaX", "Dragon TV",
    "E-Channel", "EBC", "EBS", "ENA", "FOD", "FTV", "Fuji TV", "GDTV", "GMA", "GMM 25", "GTV",
    "Genie TV", "HKTV", "Hubei TV", "Hulu", "Hunan TV", "JSTV", "JXTV", "KBS Joy", "KBS1",
    "KBS2", "KKTV", "Kansai TV", "Kuaishou", "LINE TV", "LaLa TV", "LeTV", "MBC",
    "MBC Dramanet", "MBC QueeN", "MBC every1", "MBN", "MBS", "Mango TV", "Mello Thailand",
    "Mnet", "NHK", "NTV", "Naver TV Cast", "Netflix", "Ningbo TV", "O'live", "OCN", "Oksusu",
    "On Style", "One 31", "PPTV", "PTS", "Paravi", "SBS", "SBS Plus", "SET TV", "Seezn",
    "Shenzhen TV", "Sohu TV", "TBS", "TTV", "TV Aichi", "TV Asahi", "TV Chosun", "TV Hokkaido",
    "TV Osaka", "TV Setouchi", "TV Tokyo", "TV5", "TVBS", "TVING", "TVK",
    "TVQ Kyushu Broadcasting", "Telasa", "Tencent Video", "Tokai TV", "Tokyo MX", "Tooniverse",
    "True4U", "TrueID", "U+ Mobile TV", "Vidol", "Vigloo", "Viki", "Viu", "ViuTV", "VivaOne",
    "WOWOW", "Watcha", "Wavve", "WeTV", "Workpoint TV", "XtvN", "YTV", "Youku", "ZJTV", "dTV",
    "iQiyi", "iWantTFC", "jTBC", "oneD", "tvN", "vLive",
)  # fmt: skip
LONGEST_FIRST = sorted(KNOWN, key=len, reverse=True)
ALL_KNOWN = re.compile("(?:(?:" + "|".join(map(re.escape, LONGEST_FIRST)) + r")(?: |\Z))+")
ONE_KNOWN = re.compile("(" + "|".join(map(re.escape, LONGEST_FIRST)) + r")(?: |\Z)")


def networks_in(text: str) -> tuple[str, ...]:
    """Each network once; a name that is not wholly made of known ones stays whole."""
    parts = (part.strip() for part in text.split(","))
    return tuple(dict.fromkeys(name for part in parts if part for name in _apart(part)))


def _apart(part: str) -> list[str]:
    return ONE_KNOWN.findall(part) if ALL_KNOWN.fullmatch(part) else [part]
