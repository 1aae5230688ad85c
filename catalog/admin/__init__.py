"""The editors' side of the catalogue; importing it registers everything."""

from catalog.admin import drama, episode, image, person, pick, taxonomy

__all__ = ["drama", "episode", "image", "person", "pick", "taxonomy"]
