"""The demo catalogue's galleries: scenes that our own code draws, described as drawings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalog.importers.demo import DIRECTORY
from catalog.importers.shapes import build, read_json
from catalog.models import ImageKind

SCENES = frozenset(
    {
        "blossom",
        "city-night",
        "classroom",
        "forest",
        "hills",
        "hospital",
        "kitchen",
        "palace",
        "rain-window",
        "sea",
        "snow",
        "stage",
        "street",
        "train",
    }
)


@dataclass(frozen=True, slots=True)
class DrawnScene:
    """``scene`` is a word of the drawing code's vocabulary, ``kind`` a value of ImageKind."""

    kind: str
    caption: str
    alt: str
    scene: str


def read_galleries(directory: Path = DIRECTORY) -> dict[str, tuple[DrawnScene, ...]]:
    """The scenes of each drama, by its address. Raises ValueError naming drama and field."""
    path = directory / "gallery.json"
    return {
        slug: tuple(_read_scene(data, f"{path.name}: {slug}[{n}]") for n, data in enumerate(scenes))
        for slug, scenes in read_json(path).items()
    }


def _read_scene(data: object, where: str) -> DrawnScene:
    scene = build(DrawnScene, data, where)
    if scene.kind not in ImageKind.values:
        raise ValueError(f"{where}: kind: {scene.kind!r} is none of {ImageKind.values}")
    if scene.scene not in SCENES:
        raise ValueError(f"{where}: scene: {scene.scene!r} is none of {sorted(SCENES)}")
    if not scene.alt.startswith("Drawing of "):
        raise ValueError(f"{where}: alt: does not say that it is a drawing: {scene.alt!r}")
    return scene
