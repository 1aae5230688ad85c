"""Letters that were garbled on the way: UTF-8 that was read as Latin-1 or Windows-1252."""

from __future__ import annotations

import re

LOST = "\ufffd"  # what a decoder puts where it could read nothing
# What the two encodings make of the bytes from 0x80 on.
HIGH = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
HIGH |= {chr(byte): byte for byte in range(0x80, 0x100)}
# A letter with a mark, a dash and a quote are sound French, and three bytes of Chinese as well.
SOUND = re.compile("[À-ÖØ-öø-ÿ‘’“”–—…]*[‘’“”–—…][À-ÖØ-öø-ÿ‘’“”–—…]*")
RUN = re.compile(f"[{re.escape(''.join(HIGH))}]{{2,}}")


def garbled_part(text: str) -> str:
    """The first part that is garbled; empty of sound text.

    Letters with marks and curly quotes that stand together by chance are no UTF-8.
    """
    if LOST in text:
        return LOST
    return next((run for run in RUN.findall(text) if _is_utf8(run)), "")


def _is_utf8(run: str) -> bool:
    if SOUND.fullmatch(run):
        return False
    try:
        bytes(HIGH[letter] for letter in run).decode()
    except UnicodeDecodeError:
        return False
    return True
