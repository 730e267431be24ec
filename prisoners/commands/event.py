"""Events at the terminal, after they were reported: corrected, or withdrawn."""

from __future__ import annotations

from prisoners.commands.records import group

event = group("events", "What happened, as reported with `prisoners update`.", but=("add",))
