"""The public read API: what the pages show, in JSON.

``shapes`` is what is said (and its schema), ``dramas`` and ``people`` fill it, ``asked`` reads
what was asked for, ``description`` describes it all.
"""
