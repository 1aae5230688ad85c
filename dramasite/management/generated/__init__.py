"""A catalogue of any size that nobody wrote: for measuring what grows with the catalogue.

Its proportions (counts, skews, lengths, scripts) are those of a listing of 3,337 dramas;
its words and names are our own tables put together by dice.
"""
