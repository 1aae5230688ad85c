"""What stands in a mail."""

import re


def links_of(letter):
    """The addresses in a mail, by the word that follows /mail/ or /replies/."""
    found = re.findall(r"https?://\S+", letter.body)
    names = {re.sub(r"^https?://[^/]+/(?:mail/)?", "", url): url for url in found}
    return {name.split("/")[0]: url for name, url in names.items()}


def path_of(url):
    return re.sub(r"^https?://[^/]+", "", url)
