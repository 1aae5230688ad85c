"""Which dramas have changed, as the database's own triggers note it.

So nothing is missed: neither a bulk update nor an import nor a line of SQL.
"""

from catalog.changes.log import Mark, changes_since
from catalog.changes.triggers import drop_triggers, install_triggers

__all__ = ["Mark", "changes_since", "drop_triggers", "install_triggers"]
