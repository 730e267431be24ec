"""Starts the process that opens a workbook ten thousand times in the time of a few: by a fork, with all its limits."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self
from unittest.mock import patch

_LENGTH = struct.Struct("!qi")
SERVER = """
import os, struct, sys
import openpyxl
from prisoners.sheets import child, foreign, grid
for line in sys.stdin.buffer:
    sys.argv = ["child", *line.decode().rstrip("\\n").split("\\0")]
    out, inlet = os.pipe()
    if (own := os.fork()) == 0:
        os.dup2(inlet, 1)
        os.close(inlet)
        child.main()  # whatever it raises ends this process with 1, as it ends the one that is started
        sys.stdout.flush()
        os._exit(0)
    os.close(inlet)
    with open(out, "rb") as answer:
        told = answer.read()
    _, status = os.waitpid(own, 0)
    sys.stdout.buffer.write(struct.pack("!qi", len(told), os.waitstatus_to_exitcode(status)) + told)
    sys.stdout.buffer.flush()
"""


@contextmanager
def forking() -> Iterator[None]:
    """Let `handed_over` have its processes forked from one that has loaded its libraries already."""
    command = [sys.executable, "-c", SERVER]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:

        class Forked:
            """What `handed_over` sees of a process."""

            def __init__(self, command: list[str], **_: Any) -> None:
                assert server.stdin is not None
                assert server.stdout is not None
                server.stdin.write("\0".join(command[3:]).encode() + b"\n")
                server.stdin.flush()
                length, self.code = _LENGTH.unpack(server.stdout.read(_LENGTH.size))
                self.stdout = io.BytesIO(server.stdout.read(length))

            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                self.stdout.close()

            def wait(self) -> int:
                return int(self.code)

            def kill(self) -> None:
                """It ended already."""

        with patch("prisoners.sheets.apart.subprocess.Popen", Forked):
            yield
        assert server.stdin is not None
        server.stdin.close()
        assert server.wait() == os.EX_OK
