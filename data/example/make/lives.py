"""Every way a case goes in the example, and to how many people it happens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from data.example.make import ends, inside, outside
from data.example.make.story import Story
from data.example.make.world import END

Life = Callable[[Story], None]

LIVES: tuple[tuple[Life, int, tuple[int, int]], ...] = (
    (inside.serving, 212, (300, 2400)),
    (inside.condemned, 15, (700, 2600)),
    (inside.new_case_inside, 9, (900, 2200)),
    (inside.arrested_again, 14, (2200, 3600)),
    (inside.arrested_again, 6, (4000, 6300)),
    (inside.in_hospital, 4, (500, 1500)),
    (inside.unresolved, 8, (1000, 1500)),
    (inside.interrogated, 42, (5, 330)),
    (inside.convicted_not_finally, 28, (230, 420)),
    (outside.on_bail, 34, (60, 900)),
    (outside.to_serve, 14, (600, 900)),
    (outside.summoned, 6, (20, 400)),
    (outside.suspended, 10, (600, 2000)),
    (inside.on_furlough, 22, (800, 2600)),
    (outside.monitored, 10, (700, 1300)),
    (outside.conditionally_free, 12, (1500, 3200)),
    (outside.served_out, 16, (2000, 4500)),
    (outside.served_out, 7, (4600, 6300)),
    (outside.served_out, 2, (6180, 6350)),
    (inside.for_life, 4, (3700, 4800)),
    (outside.pardoned, 16, (1200, 1600)),
    (outside.acquitted, 9, (700, 3000)),
    (outside.let_go, 10, (200, 2500)),
    (outside.left, 5, (900, 1800)),
    (ends.executed, 10, (1500, 4000)),
    (ends.died, 5, (900, 2500)),
    (ends.died_after_release, 2, (2200, 3000)),
    (ends.disappeared, 5, (30, 2600)),
    (ends.lost, 4, (900, 1700)),
    (outside.house_arrest, 3, (700, 5700)),
    (outside.exiled, 4, (1300, 2200)),
    (inside.reported, 12, (60, 2500)),
    (outside.deported, 1, (900, 1400)),
)
"""Every way a case goes, how many people it happens to, and how many days ago they were arrested."""


def arrest_day(random: Random, ago: tuple[int, int]) -> dt.date:
    """A day so many days before the last one."""
    return END - dt.timedelta(days=random.randint(*ago))
