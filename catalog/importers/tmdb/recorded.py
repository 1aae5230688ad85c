"""Answers of TMDB that were saved as files: told apart by what they hold, whatever their names."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from catalog.importers.tmdb.api import TmdbError, parsed

Answer = dict[str, Any]
PARTS_BY_FIELD = {
    "alternative_titles": ("results",),
    "translations": ("translations",),
    "images": ("backdrops", "posters"),
    "aggregate_credits": ("cast", "crew"),
    "keywords": ("results",),
    "videos": ("results",),
    "content_ratings": ("results",),
}


class Recorded:
    """``others`` are files that tell of neither a series nor a person.

    Raises TmdbError for what is no answer.
    """

    def __init__(self, folder: Path) -> None:
        self.shows: dict[int, Answer] = defaultdict(dict)
        self.seasons: dict[tuple[int, int], Answer] = {}
        self.people: list[Answer] = []
        self.others: list[Path] = []
        try:
            paths = sorted(folder.glob("*.json"))
        except OSError as error:
            raise TmdbError(f"{folder}: {error.strerror}") from None
        for path in paths:
            self._keep(path, _read(path))

    def show(self, number: int) -> Answer:
        """Without a name, when only its seasons or its pictures were recorded."""
        seasons = [{"season_number": season} for show, season in self.seasons if show == number]
        if number not in self.shows and not seasons:
            raise TmdbError(_("there is nothing of %d among the recorded answers") % number)
        answer = self.shows.get(number, {})
        return {"id": number, "seasons": seasons} | answer

    def numbers(self) -> list[int]:
        """The series of which anything was recorded."""
        return sorted({*self.shows, *(show for show, _season in self.seasons)})

    def season(self, number: int, season: int) -> Answer | None:
        """None when it was not recorded."""
        return self.seasons.get((number, season))

    def picture(self, path: str) -> bytes:
        raise TmdbError(_("%s was not recorded") % path)

    def _keep(self, path: Path, answer: Answer) -> None:
        if "episodes" in answer and "season_number" in answer:
            self.seasons[_show_of(path, answer), _number(answer, "season_number")] = answer
        elif "number_of_seasons" in answer or "first_air_date" in answer:
            # Of two recordings the later file adds, and has the last word.
            self.shows[_number(answer, "id")].update(answer)
        elif part := _part_of(path, answer):
            self.shows[_number(answer, "id")].setdefault(part, answer)
        elif "birthday" in answer or "also_known_as" in answer:
            self.people.append(answer)
        else:
            self.others.append(path)


def _read(path: Path) -> Answer:
    try:
        return parsed(path.read_bytes(), path.name)
    except OSError as error:
        raise TmdbError(f"{path.name}: {error.strerror}") from None


def _number(answer: Answer, name: str) -> int:
    value = answer.get(name)
    return value if isinstance(value, int) else -1


def _show_of(path: Path, answer: Answer) -> int:
    """A season does not name its series, its episodes mostly do."""
    episodes = answer["episodes"] if isinstance(answer["episodes"], list) else []
    for episode in episodes:
        if isinstance(episode, dict) and isinstance(episode.get("show_id"), int):
            return episode["show_id"]
    found = re.search(r"\d+", path.stem)
    return int(found[0]) if found else -1


def _part_of(path: Path, answer: Answer) -> str:
    """The name by which details hold such an answer; empty for what is none of them."""
    if not isinstance(answer.get("id"), int) or "birthday" in answer or "page" in answer:
        return ""
    if "imdb_id" in answer and "name" not in answer:
        return "external_ids"
    if isinstance(answer.get("results"), dict):
        return "watch/providers"
    for part, fields in PARTS_BY_FIELD.items():
        if part in path.stem and any(field in answer for field in fields):
            return part
    return ""
