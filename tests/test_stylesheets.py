"""Stylesheets: layers, tokens, logical properties; no ids, no !important."""

import re

import pytest

from tests.source import ROOT

SHEETS = ROOT / "static" / "css"
MOST_LINES = 250
# Django's admin has its own variables and no layers: its sheets are bound by the rest.
ADMIN = "admin"

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"\"[^\"]*\"|'[^']*'|url\([^)]*\)")
SELECTOR = re.compile(r"([^{};]+)\{")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|color)\(|:\s*(?:white|black|red|gray|grey)\b",
    re.I,
)
# Derived from a token, a colour is still the token's.
OKLCH = re.compile(r"\boklch\((?!from var\()")
SIDE = r"(?:left|right|top|bottom)"
PHYSICAL = re.compile(
    rf"(?:^|[;{{]\s*|\n\s*)((?:margin|padding|border|inset|scroll-margin|scroll-padding)-{SIDE}[\w-]*"
    rf"|{SIDE}|width|height|(?:min|max)-(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius)"
    r"\s*:|(?:text-align|float|clear)\s*:\s*(left|right)\b"
)


def sheets():
    return sorted(SHEETS.glob("*.css"))


def plain(source):
    return STRING.sub('""', COMMENT.sub("", source))


def layers(tokens):
    """The names in the order that the first statement of tokens.css gives them."""
    match = re.match(r"\s*@layer ([\w\s,.-]+);", plain(tokens))
    return [name.strip() for name in match[1].split(",")] if match else []


def complaints(name, source, tokens):
    """What is wrong with a stylesheet; ``tokens`` is the source of tokens.css."""
    text = plain(source)
    if len(source.splitlines()) > MOST_LINES:
        yield f"{name}: more than {MOST_LINES} lines"
    if "!important" in text:
        yield f"{name}: !important"
    selectors = [s for s in SELECTOR.findall(text) if not s.strip().startswith("@")]
    yield from (f"{name}: an id: {s.strip()}" for s in selectors if re.search(r"#[\w-]", s))
    found = [a or b for a, b in PHYSICAL.findall(text)]
    yield from (f"{name}: physical: {prop}" for prop in found)
    if not name.startswith(ADMIN):
        yield from layered(name, text, layers(tokens))
        yield from tokened(name, text, plain(tokens))


def layered(name, text, declared):
    for prelude in outermost(re.sub(r"@layer [^{;]*;", "", text)):
        if not prelude.startswith("@layer "):
            yield f"{name}: outside a layer: {prelude}"
        elif prelude.removeprefix("@layer ") not in declared:
            yield f"{name}: not a declared layer: {prelude}"


def outermost(text):
    """What stands before each outermost block."""
    depth, start = 0, 0
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{" and depth == 0:
            yield text[start : brace.start()].strip()
        depth += 1 if brace[0] == "{" else -1
        start = brace.end() if depth == 0 else start


def tokened(name, text, tokens):
    defined = set(re.findall(r"(--[\w-]+)\s*:", tokens))
    own = set(re.findall(r"(--[\w-]+)\s*:", text))
    for variable in sorted(set(re.findall(r"var\((--[\w-]+)", text)) - defined - own):
        yield f"{name}: {variable} is no token"
    if COLOUR.search(text):
        yield f"{name}: a colour that is no token in OKLCH"
    if name != "tokens.css" and OKLCH.search(text):
        yield f"{name}: a colour outside tokens.css"


def test_sheets_keep_the_conventions():
    if not sheets() and not (ROOT / "templates" / "base.html").exists():
        pytest.skip("there is no page yet")
    tokens = (SHEETS / "tokens.css").read_text()
    found = [each for path in sheets() for each in complaints(path.name, path.read_text(), tokens)]
    assert found == []


def test_order_of_layers_stands_first():
    if not sheets() and not (ROOT / "templates" / "base.html").exists():
        pytest.skip("there is no page yet")
    assert layers((SHEETS / "tokens.css").read_text()) != []


TOKENS = "@layer tokens, base; @layer tokens { :root { --ink: oklch(0.2 0.1 30); --gap: 1rem; } }"


def in_base(rules):
    return f"@layer base {{ {rules} }}"


@pytest.mark.parametrize(
    "source",
    [
        in_base("#main { color: var(--ink); }"),
        in_base(".a { color: var(--ink) !important; }"),
        in_base(".a { margin-left: var(--gap); }"),
        in_base(".a { width: 4rem; }"),
        in_base(".a { text-align: left; }"),
        in_base(".a { color: var(--blood); }"),
        in_base(".a { color: #fff; }"),
        in_base(".a { color: white; }"),
        in_base(".a { color: rgb(0 0 0); }"),
        in_base(".a { color: oklch(0.2 0.1 30); }"),
        "@layer extra { .a { color: var(--ink); } }",
        ".a { color: var(--ink); }",
        in_base(".a { gap: 0; }" + "\n" * 250),
    ],
)
def test_bad_sheet_is_found(source):
    assert len(list(complaints("cards.css", source, TOKENS))) == 1


@pytest.mark.parametrize(
    "source",
    [
        TOKENS,
        in_base(".a { margin-inline: var(--gap); color: var(--ink); } /* #main left: 0 */"),
        in_base("@media (width > 40rem) { .a:hover { inline-size: 4rem; } }"),
        in_base('.a::before { content: "#main { left: 0 }"; text-align: start; }'),
        in_base(".a { color: oklch(from var(--ink) l 0.1 40); }"),
        in_base(".a { --gutter: 2rem; gap: var(--gutter); line-height: 1.6; }"),
        in_base("@supports (gap: 0) { @media print { .a { &:hover { gap: 0; } } } }"),
    ],
)
def test_good_sheet_is_left_alone(source):
    name = "tokens.css" if source == TOKENS else "cards.css"
    assert list(complaints(name, source, TOKENS)) == []


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [(TOKENS, ["tokens", "base"]), ("/* x */\n@layer a;", ["a"]), (":root { gap: 0; }", [])],
)
def test_layers_are_read_in_order(tokens, expected):
    assert layers(tokens) == expected
