"""The one loader: it writes the records of every source.

Dramas and people are found by their external ids, never by name. Only what differs is
written; what a record is silent about stays as it is; nothing is deleted. What an editor
has changed stays too: see ``catalog.claims``.
"""

from catalog.importers.load.alone import load_person
from catalog.importers.load.differences import Difference
from catalog.importers.load.outcomes import LoadReport, Outcome, Verdict
from catalog.importers.load.run import Load, load

__all__ = ["Difference", "Load", "LoadReport", "Outcome", "Verdict", "load", "load_person"]
