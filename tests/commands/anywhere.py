"""A process of its own that stands somewhere else at another moment, and makes every file that can be made.

Typed as: python -m tests.commands.anywhere MOMENT FOLDER < commands as JSON
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys


def stand_still(moment: dt.datetime) -> None:
    """Have every clock of this process stand at a moment; what is written in C takes the true one with it before."""
    import openpyxl  # noqa: F401
    import pandas  # noqa: F401, ICN001
    import sqlmodel  # noqa: F401

    class Standing(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            return moment.astimezone(tz) if tz else moment.astimezone().replace(tzinfo=None)

    dt.datetime = Standing  # type: ignore[misc]


def main() -> None:
    """Make the files, and say what became of each."""
    stand_still(dt.datetime.fromisoformat(sys.argv[1]))
    from tests.commands.conftest import type_command

    told = []
    for words in json.load(sys.stdin):
        os.umask(int(os.environ["MASK"], 8))
        done = type_command(*(word.replace("{}", sys.argv[2]) for word in words))
        told.append([done.exit_code, done.output])
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
