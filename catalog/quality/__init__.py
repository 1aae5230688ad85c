"""What in the catalogue does not make sense: rules, and the findings that they leave.

A family of rules is a module of its own; ``rules.py`` names them all.
"""
