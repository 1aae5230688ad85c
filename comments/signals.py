"""What happens to replies, for those who care: spam, moderation, notification.

All are sent inside the transaction of the change: a handler that fails undoes it, and a task
that it enqueues exists exactly when the change does.
"""

from django.dispatch import Signal

# reply: it was written, in whatever state.
posted = Signal()
# reply, before (its state until now), before_at (when that was decided, if it was),
# by (the editor, or None for the site and the author), note (why, if it was said)
decided = Signal()
# reply: its author has corrected it; revision: what it said before
corrected = Signal()
