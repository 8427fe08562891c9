"""The one place where URLs become text and drivers' errors become one line."""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError

# What a driver says -> what a person can do about it.
WAYS_ON = {
    "is locked": "close the program that holds it, then run this again",
    "is not a database": "name an SQLite file; this one is encrypted or of another kind",
    "malformed": "restore a backup, or ask PRAGMA integrity_check what is left",
    "readonly database": "make the file and its folder writable",
    "is full": "free some space, then run this again",
    "unable to open database": "see that the file and its folder can be read and written",
    "in that same thread": "make its engine with poolclass=StaticPool and connect_args={'check_same_thread': False}",
    "authentication failed": "correct the user or the password in the URL",
    "Access denied": "correct the user or the password in the URL",
    "onnection refused": "start the server, or correct host and port in the URL",
    "Can't connect": "start the server, or correct host and port in the URL",
    "ould not translate host": "correct the host in the URL",
    "ailed to resolve host": "correct the host in the URL",
}

_IN_URL = re.compile(r'(:/{1,2}[^\s:/@"]*:)[^\s"]*@')
_NAMED = re.compile(r"((?:pass(?:wd|word)?|pwd|secret|token)(?:=|%3D))('[^']*'|[^\s&;,'\"]+)", re.IGNORECASE)


def masked(text: str) -> str:
    """The text with every password in a URL or in a ``password=...`` replaced by ``***``."""
    return _NAMED.sub(r"\1***", _IN_URL.sub(r"\1***@", text))


def explained(error: BaseException, what: str = "") -> str:
    """An error in one line: what it is about, the reason, the way on; no statement, no parameters, no password."""
    cause = (error.orig or error) if isinstance(error, DBAPIError) else error
    numbered = len(cause.args) == 2 and isinstance(cause.args[1], str)  # PyMySQL: (2003, "Can't connect ...")
    said = str(cause.args[1] if numbered else cause).split("(Background on this error")[0]
    reason = masked(" ".join(said.split())) or type(cause).__name__
    way_on = next((way for sign, way in WAYS_ON.items() if sign in reason), "")
    return ": ".join(part for part in (what, reason, way_on) if part)
