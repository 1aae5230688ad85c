"""The introductions of people and of labels, composed from facts as the About prose is.

A module a noun. A sentence whose facts are missing is left out.
"""
