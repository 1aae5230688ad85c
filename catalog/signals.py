"""What happens to nouns of the catalogue, for those who refer to them from elsewhere."""

from django.dispatch import Signal

# sender (Drama or Person), kept, gone: two rows are one from now on. A receiver leads what it
# has of ``gone`` to ``kept``, and returns what it has done as plain data, by a name of its own.
merged = Signal()
# sender, kept, gone, done (what the receivers returned): the same taken back.
unmerged = Signal()
