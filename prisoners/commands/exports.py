"""`prisoners exports`: the files that were made for somebody, by the references under which they are asked about."""

from __future__ import annotations

from prisoners.commands import door
from prisoners.commands.listed import show_rows


def exports(as_json: door.Json = False) -> None:
    """List the files that were made, newest first: when, for whom, by which filter, and from which update.

    `prisoners report changes-since EX-0001` says what has changed since one of them.
    """
    from prisoners.queries.registers import exports as made

    with door.reading() as reader:
        show_rows("exports", made(reader), as_json=as_json)
