"""What a browser would send of an admin page."""

from html.parser import HTMLParser


class _Inputs(HTMLParser):
    def __init__(self):
        super().__init__()
        self.sent, self._select, self._area = [], None, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        if tag == "input" and name and self._is_sent(attrs):
            default = "on" if attrs.get("type") == "checkbox" else ""
            self.sent.append((name, attrs.get("value", default)))
        elif tag == "select":
            self._select, self._options = (name, "multiple" in attrs), []
        elif tag == "option" and self._select:
            self._options.append((attrs.get("value", ""), "selected" in attrs))
        elif tag == "textarea":
            self._area, self._text = name, ""

    def handle_data(self, data):
        if self._area:
            self._text += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # The first line break in a textarea is not part of it.
            self.sent.append((self._area, self._text.removeprefix("\n").removeprefix("\r\n")))
            self._area = None
        elif tag == "select" and self._select:
            name, is_multiple = self._select
            chosen = [value for value, is_selected in self._options if is_selected]
            if not chosen and not is_multiple:
                chosen = [value for value, _ in self._options[:1]]
            self.sent += [(name, value) for value in chosen]
            self._select = None

    @staticmethod
    def _is_sent(attrs):
        kind = attrs.get("type", "text")
        if kind in ("submit", "button", "file", "image"):
            return False
        return kind not in ("checkbox", "radio") or "checked" in attrs


def form_data(response):
    """The fields of the page, without the empty rows of its inlines and its actions."""
    parser = _Inputs()
    parser.feed(response.content.decode())
    data = {}
    for name, value in parser.sent:
        if name and "__prefix__" not in name and "CHANGE_FORM" not in name:
            data.setdefault(name, []).append(value)
    return data | {"_continue": ["1"]}


def add_row(data, prefix, **values):
    """One more row in an inline, as its "Add another" does."""
    index = int(data[f"{prefix}-TOTAL_FORMS"][0])
    data[f"{prefix}-TOTAL_FORMS"] = [str(index + 1)]
    data |= {f"{prefix}-{index}-{name}": value for name, value in values.items()}
    return index
