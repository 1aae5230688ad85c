"""``||…||`` in what a visitor typed gives the story away: a rule for markdown-it.

It is folded behind a switch that needs no script, or left out where nothing can be folded.
``||`` without a second one hides all that follows, across paragraphs, lists and code. What
cannot be folded as a whole (dramasite/spoiler_blocks.py) has a switch in each line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape

from django.conf import settings
from django.utils.translation import gettext, override
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

MARK = "||"
LEFT_OUT = "…"
# With ``env`` so, a spoiler is left out of what is rendered.
WITHOUT = {"without_spoilers": True}
# What is emphasised deeper than this, in a line with a spoiler, is not emphasised: each mark
# ends and begins again whatever is open around it, and the work would grow with the square.
DEEPEST = 4
TEXTS = ("text", "code_inline", "softbreak", "hardbreak")


def know_spoilers(reader: MarkdownIt, with_blocks: Callable[..., list[Token]]) -> None:
    """``with_blocks`` folds several paragraphs at once. The marks are found before links are,
    so that none takes a mark for a part of it.
    """
    reader.core.ruler.after("inline", "spoiler_marks", _find_marks)
    reader.core.ruler.push("spoilers", partial(_fold, with_blocks))


def _find_marks(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and MARK in token.content:
            token.children = list(_with_marks(token.children or []))
            # What links are looked for in: behind a bar there is none.
            token.content = token.content.replace(MARK, " ")


def _with_marks(children: Iterable[Token]) -> Iterator[Token]:
    for child in children:
        if child.type != "text" or MARK not in child.content:
            yield child
            continue
        for place, piece in enumerate(child.content.split(MARK)):
            if place:
                yield Token("spoiler_mark", "", 0)
            if piece:
                yield _text(piece)


def _fold(with_blocks: Callable[..., list[Token]], state: StateCore) -> None:
    is_hidden, is_left_out = False, "without_spoilers" in state.env
    if not is_left_out:
        state.tokens = with_blocks(state.tokens, _label())
    for token in state.tokens:
        if token.type == "inline":
            line = _Line(is_hidden, is_left_out)
            token.children = line.read(token.children or [])
            is_hidden = line.is_hidden
        elif token.type == "fence" and is_hidden:
            code = Token("code_inline", "code", 0, content=token.content)
            token.type, token.children = "inline", _Line(True, is_left_out).read([code])


class _Line:
    """The inside of a paragraph: a spoiler stands outside of any emphasis and of any link."""

    def __init__(self, is_hidden: bool, is_left_out: bool) -> None:
        self.is_hidden, self.is_left_out = is_hidden, is_left_out
        self.done: list[Token] = []
        self.run: list[Token] = []  # since the last mark
        self.tags: list[Token] = []  # what is open
        self.ignored = 0  # how many are open, but too deep

    def read(self, children: list[Token]) -> list[Token]:
        if not self.is_hidden and all(child.type != "spoiler_mark" for child in children):
            return children
        for child in children:
            self._take(child)
        self._end_run()
        return self.done

    def _take(self, child: Token) -> None:
        if child.type == "spoiler_mark":
            self._end_run()
            self.is_hidden = not self.is_hidden
        elif child.nesting == 1:
            self._open(child)
        elif child.nesting == -1:
            self._close(child)
        else:
            self.run.append(child)

    def _open(self, tag: Token) -> None:
        if len(self.tags) == DEEPEST:
            self.ignored += 1
            return
        self.tags.append(tag)
        self.run.append(tag)

    def _close(self, tag: Token) -> None:
        if self.ignored:
            self.ignored -= 1
            return
        self.tags.pop()
        self.run.append(tag)

    def _end_run(self) -> None:
        run = [*self.run, *(_end_of(tag) for tag in reversed(self.tags))]
        if not any(token.content.strip() for token in run):
            self.done += [token for token in run if token.type in TEXTS]
        elif not self.is_hidden:
            self.done += run
        elif self.is_left_out:
            self.done.append(_text(LEFT_OUT))
        else:
            self.done += [_html(_switch()), *run, _html("</span>")]
        self.run = list(self.tags)


def _switch() -> str:
    # A checkbox, for it may stand in a paragraph and needs no script; the words are hidden by
    # an attribute, for they must be so without the stylesheet too, and by another one from
    # what search engines show of a page.
    return (
        f'<label class="spoiler"><input type="checkbox"> <span>{_label()}</span></label>'
        '<span class="spoiler-words" data-nosnippet hidden> '
    )


def _label() -> str:
    with override(settings.LANGUAGE_CODE):  # it is kept, and read by everybody
        return escape(gettext("Spoiler"))


def _end_of(tag: Token) -> Token:
    return Token(tag.type.replace("_open", "_close"), tag.tag, -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)
