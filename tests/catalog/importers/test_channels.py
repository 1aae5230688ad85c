import pytest

from catalog.importers.channels import KNOWN, networks_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fuji TV", ("Fuji TV",)),
        ("Fuji TV , Netflix ,", ("Fuji TV", "Netflix")),
        ("iQiyi , Tencent Video ,", ("iQiyi", "Tencent Video")),
        ("CCTV iQiyi JSTV Tencent Video", ("CCTV", "iQiyi", "JSTV", "Tencent Video")),
        ("MBC MBC every1", ("MBC", "MBC every1")),
        ("SBS SBS Plus", ("SBS", "SBS Plus")),
        ("BS TV Tokyo TV Osaka", ("BS TV Tokyo", "TV Osaka")),
        ("GMM 25 oneD WeTV", ("GMM 25", "oneD", "WeTV")),
        ("Netflix Originals", ("Netflix Originals",)),
        ("TV Nowhere, Netflix", ("TV Nowhere", "Netflix")),
        ("Netflix, Netflix", ("Netflix",)),
        (" , ", ()),
        ("", ()),
    ],
)
def test_networks_told_apart(text, names):
    assert networks_in(text) == names


@pytest.mark.parametrize("name", KNOWN)
def test_known_network_is_one(name):
    assert networks_in(name) == (name,)
