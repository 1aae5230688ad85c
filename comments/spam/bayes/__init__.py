"""A naive Bayes classifier: how much a text reads like spam, by its words.

It knows a small model of our own (``shipped.tsv``, counted over ``corpus/``) and learns from the
decisions of the site's editors.
"""
