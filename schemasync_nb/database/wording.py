"""The one place where URLs become text and drivers' errors become one line."""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError

# What a driver says, as a regular expression -> what a person can do about it.
WAYS_ON = {
    "is locked": "close the program that holds it, then run this again",
    "is not a database": "name an SQLite file; this one is encrypted or of another kind",
    "malformed": "restore a backup, or ask PRAGMA integrity_check what is left",
    "readonly database": "make the file and its folder writable",
    "is full": "free some space, then run this again",
    "unable to open database": "see that the file and its folder can be read and written",
    "in that same thread": "make its engine with poolclass=StaticPool and connect_args={'check_same_thread': False}",
    "no password supplied": "give the password in the URL, in PGPASSWORD or in ~/.pgpass",
    "Peer authentication failed": "name a host in the URL, such as localhost, or be that user",
    "no pg_hba.conf entry": "let this user in from here (pg_hba.conf), or connect as one who may",
    "connection to server .* role .* does not exist": "correct the user in the URL",
    "authentication failed": "correct the user or the password in the URL",
    "Access denied": "correct the user or the password in the URL",
    "Unknown database": "correct its name in the URL, or make it: CREATE DATABASE",
    "does not support SSL": "leave sslmode out of the URL, or set it to prefer",
    "invalid connection option": "correct what follows the ? in the URL",
    "connection timeout": "correct host and port in the URL, or see that no firewall is between",
    "too many clients|remaining connection slots": "close other connections, then run this again",
    "is starting up": "wait a moment, then run this again",
    "on socket .* failed": "start the server, or name its host in the URL",
    "ame or service not known": "correct the host in the URL",
    "onnection refused": "start the server, or correct host and port in the URL",
    "Can't connect": "start the server, or correct host and port in the URL",
    "ould not translate host": "correct the host in the URL",
    "ailed to resolve host": "correct the host in the URL",
}

_IN_URL = re.compile(r'(:/{1,2}[^\s:/@"]*:)[^\s"]*@')
_NAMED = re.compile(r"((?:pass(?:wd|word)?|pwd|secret|token)(?:=|%3D))('[^']*'|[^\s&;,'\"]+)", re.IGNORECASE)
_BESIDE = re.compile(r"^connection (?:failed|is bad): |\bFATAL: +| Is the server running .*\?$")
"""What psycopg and its server add to a reason: nothing that a person needs."""


def masked(text: str) -> str:
    """The text with every password in a URL or in a ``password=...`` replaced by ``***``."""
    return _NAMED.sub(r"\1***", _IN_URL.sub(r"\1***@", text))


def explained(error: BaseException, what: str = "") -> str:
    """An error in one line: what it is about, the reason, the way on; no statement, no parameters, no password."""
    cause = (error.orig or error) if isinstance(error, DBAPIError) else error
    numbered = len(cause.args) == 2 and isinstance(cause.args[1], str)  # PyMySQL: (2003, "Can't connect ...")
    said = str(cause.args[1] if numbered else cause).split("(Background on this error")[0]
    reason = masked(_BESIDE.sub("", " ".join(said.split()))) or type(cause).__name__
    way_on = next((way for sign, way in WAYS_ON.items() if re.search(sign, reason)), "")
    return ": ".join(part for part in (what, reason, way_on) if part)
