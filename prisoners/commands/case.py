"""Prosecutions at the terminal: cases, charges, judgments and the components of a sentence."""

from __future__ import annotations

from prisoners.commands.group_of import group_of
from prisoners.commands.records import group

case = group("cases", "A prosecution of one person.", add="open")
case.command("group")(group_of)
charge = group("charges", "What a person is accused or convicted of.")
judgment = group("judgments", "A decision of a court.")
sentence = group("sentences", "One component of a sentence.")
