"""The index behind the search: one small interface, two databases that carry it."""

from catalog.search.engines.engine import Engine, Form, Group, Term, engine

__all__ = ["Engine", "Form", "Group", "Term", "engine"]
