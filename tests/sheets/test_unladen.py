"""openpyxl is loaded without numpy, and numpy can be loaded all the same."""

import subprocess
import sys

from prisoners.sheets.unladen import load_openpyxl

ASKED = (
    "import sys; from prisoners.sheets.unladen import load_openpyxl; load_openpyxl();"
    " from openpyxl.compat import numbers; print(numbers.NUMPY, 'numpy' in sys.modules);"
    " import numpy; print(numpy.int64(74))"
)


def test_what_draws_a_workbook_does_not_load_numpy_and_what_counts_still_can():
    told = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.split() == ["False", "False", "74"]


def test_where_both_are_loaded_nothing_is_changed():
    import numpy  # noqa: ICN001
    import openpyxl

    load_openpyxl()
    assert sys.modules["numpy"] is numpy
    assert sys.modules["openpyxl"] is openpyxl
