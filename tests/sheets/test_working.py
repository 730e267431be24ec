"""What a case comes to stands in the workbook, computed from what left and naming nobody's hidden records."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from prisoners.sheets.write import prepare
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import act, make_event, make_prisoner
from tests.courts import judge, make_case, make_offence

TODAY = dt.date(2024, 3, 20)


@pytest.fixture
def sentenced(registry_file: Path) -> Path:
    """Neda, named in full, and Kaveh, of whom only initials may be told, each with three terms in one judgment."""
    with act(registry_file) as unit:
        offence = make_offence(unit)
        for name, naming in (("Neda Zarbaf", "full"), ("Kaveh Rostami", "initials")):
            person = make_prisoner(unit, name, naming=naming, basis="already_public")
            case = make_case(unit, person, offence=offence)
            judge(unit, case, "8 m | 1 y 40 d | 2 y 7.5 m")
            make_event(
                unit, person, "enforcement_start", "1400-01-01", status="imprisoned_serving", case_id=case
            )
    return registry_file


def told(registry: Path, audience: Audience) -> list[dict[str, str]]:
    with reading(registry) as reader:
        sheet = next(
            one
            for one in prepare(reader, [1, 2], audience=audience, today=TODAY).sheets
            if one.key == "sentences"
        )
    return [
        {column.key: cell for column, cell in zip(sheet.columns, row, strict=True) if cell}
        for row in sheet.rows
    ]


@pytest.mark.parametrize("audience", list(Audience))
def test_the_first_row_of_a_case_says_what_the_whole_case_comes_to(sentenced, audience):
    neda, *others = told(sentenced, audience)[:3]
    assert neda["announced_sum"] == "4 years, 3½ months and 40 days"
    assert neda["enforceable"] == "2 years and 7½ months"
    assert neda["projected"] == (
        "projection, not a fact: on 2023-11-07 (2 years and 7½ months, begun on 2021-03-21)"
    )
    assert "Input: enforcement began on 2021-03-21" in neda["working"]
    assert "SN-0003" in neda["working"]
    assert not any("enforceable" in one for one in others)


def test_the_working_leads_to_no_record_of_somebody_who_is_hidden(sentenced):
    kaveh = told(sentenced, Audience.PUBLIC)[3]
    assert kaveh["enforceable"] == "2 years and 7½ months"
    assert "sentence 3" in kaveh["working"]
    assert "SN-" not in kaveh["working"]
    assert "C-0" not in kaveh["working"]
