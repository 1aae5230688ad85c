"""Browsing: the dramas of a choice, and how many there are of each further value.

``choice`` is what was asked for, ``facets`` by what, ``orders`` in which order; ``index``
holds the whole catalogue as sets, ``current`` keeps it true, ``listing`` makes the page.
"""
