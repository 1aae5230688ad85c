"""Numbers of episodes and minutes, in the bands that viewers think in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """``first`` to ``last``, both within; without a ``last`` and on."""

    first: int
    last: int | None = None

    @property
    def value(self) -> str:
        """In an address: "9-12", "1", "50-"."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first}-{self.last or ''}"


# A film or a special; a mini-series; a season of Japan, of Korea, of China; a long one.
EPISODES = (
    Band(1, 1),
    Band(2, 8),
    Band(9, 12),
    Band(13, 16),
    Band(17, 24),
    Band(25, 50),
    Band(51),
)
# In minutes: a web series; half an hour; the usual hour, short or long; a film.
RUNTIMES = (Band(1, 19), Band(20, 34), Band(35, 49), Band(50, 64), Band(65, 89), Band(90))


def band_of(number: int | None, bands: tuple[Band, ...]) -> str:
    """The value of the band that a number is in; "" when there is none (or no number)."""
    if not number:
        return ""
    return next(b.value for b in bands if b.last is None or number <= b.last)
