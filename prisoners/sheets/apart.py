"""Has a workbook opened by a process of its own, and takes line after line what that reads in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Any

from prisoners.errors import SheetUnreadable
from prisoners.sheets.child import SECONDS

DAMAGED = "it is damaged"
TOO_LARGE = "it needs more time or memory than any list of people does"


def handed_over(reader: str, path: Path, *words: str) -> Generator[dict[str, Any], None, None]:
    """What the process of a module says; raises SheetUnreadable where it does not come to the end of the workbook."""
    command = f"from prisoners.sheets.{reader} import main; main()"
    here = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join(filter(None, [str(here), os.environ.get("PYTHONPATH", "")]))
    with subprocess.Popen(  # noqa: S603 -- this very Python, and a path
        [sys.executable, "-c", command, str(path.absolute()), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": paths},
    ) as child:
        stop = threading.Timer(2 * SECONDS, child.kill)
        stop.start()
        try:
            # The last line of a process that was stopped may be half a line.
            with suppress(json.JSONDecodeError):
                for line in map(json.loads, child.stdout or ()):
                    if fault := line.get("fault"):
                        raise SheetUnreadable(path.name, fault, line.get("hint", ""))
                    yield line
            ended = child.wait()
        finally:
            stop.cancel()
            child.kill()
    if ended:
        raise SheetUnreadable(path.name, DAMAGED if ended == 1 else TOO_LARGE)
