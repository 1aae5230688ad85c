"""Small checks of what is posted: each gives points and a reason in words, or nothing.

The sum decides whether a reply is published, held or put with the spam. Nothing is dropped.
"""
