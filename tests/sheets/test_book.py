"""What the sheets say about a small invented case."""

from __future__ import annotations

import datetime as dt
import json
from io import BytesIO
from pathlib import Path

import pytest

from prisoners.errors import FileNotSound, NothingToExport, UnknownFormat
from prisoners.records.tables import BY_NAME
from prisoners.sheets.asked import NOT_TOLD
from prisoners.sheets.manifest import NOT_COUNTED
from prisoners.sheets.plain import write_json
from prisoners.sheets.speech import BETWEEN, Lang
from prisoners.sheets.whole import is_whole
from prisoners.sheets.write import FORMATS, Prepared, check_format, prepare, written
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import act, make_event, make_prisoner

TODAY = dt.date(2024, 3, 20)


def add(unit, table, **facts):
    return unit.add(BY_NAME[table], facts).id


@pytest.fixture
def case(registry_file: Path) -> Path:
    """Neda, arrested and sentenced twice over; Kaveh, of whom only initials may be told; Roya without a basis."""
    with act(registry_file) as unit:
        facts = {
            "basis": "already_public",
            "born": "1365",
            "ethnicity": "kurdish",
            "ethnicity_presumed": True,
        }
        neda = make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", **facts)
        arrested(unit, neda)
        tried(unit, neda)
        kaveh = make_prisoner(unit, "Kaveh Rostami", basis="already_public", naming="initials")
        add(unit, "cases", prisoner_id=kaveh)
        make_prisoner(unit, "Roya Sahraei")
    return registry_file


def arrested(unit, neda: int) -> None:
    """Who Neda is, and her arrest with the source that bears it."""
    prison = add(unit, "prisons", name_en="Sabzabad", name_fa="سبزآباد", province="west_azerbaijan")
    add(unit, "names", prisoner_id=neda, text="Nedâ Z.", script="latin")
    add(unit, "activities", prisoner_id=neda, activity="teacher", detail="teachers' union")
    add(unit, "activities", prisoner_id=neda, activity="womens_rights", weight="secondary")
    add(unit, "external_ids", prisoner_id=neda, list_name="list", number="007")
    held = {"status": "detained_investigation", "prison_id": prison}
    arrest = make_event(unit, neda, "arrest", "25 Shahrivar 1401", **held)
    make_event(unit, neda, "bail_set", amount=5_000_000, currency="IRR", note="inside")
    source = add(unit, "sources", kind="independent_media", outlet="Example News", reliability="B")
    facts = {"source_id": source, "prisoner_id": neda, "credibility": "likely"}
    add(unit, "citations", about_table="events", about_row=arrest, **facts)


def tried(unit, neda: int) -> None:
    """Neda's cases, one with charges and two judgments."""
    court = add(unit, "courts", kind="revolutionary", name_en="Revolutionary Court", name_fa="دادگاه انقلاب")
    judge = add(unit, "officials", name_en="Bahmanpour")
    article = {"law": "IPC75", "article": "500", "bis": "1", "paragraph": "note"}
    offence = add(unit, "offences", name_en="Propaganda", **article)
    facts = {"file_number": "1401009123456789", "arrested_by": "MOIS", "warrant_shown": False}
    made = add(unit, "cases", prisoner_id=neda, **facts)
    add(unit, "cases", prisoner_id=neda, stage="investigation")
    charge = add(unit, "charges", case_id=made, offence_id=offence)
    add(unit, "charges", case_id=made, quoted="insulting")
    given = {"court_id": court, "judge_id": judge, "in_absentia": True, "note": "of it"}
    judgment = add(unit, "judgments", case_id=made, **given)
    add(unit, "judgments", case_id=made, instance="appeal")
    term = {"years": 3, "months": 7, "half_month": True}
    add(unit, "sentences", judgment_id=judgment, charge_id=charge, kind="prison", **term)
    lashes = {"lashes": 74, "suspended": True, "note": "of a part"}
    add(unit, "sentences", judgment_id=judgment, kind="lashes", **lashes)
    add(unit, "sentences", judgment_id=judgment, kind="fine", amount=1_000, state="quashed")


def sheets(case: Path, audience: Audience = Audience.ADVOCATES, selection: str = "") -> Prepared:
    with reading(case) as reader:
        return prepare(reader, [1, 2, 3], audience=audience, today=TODAY, selection=selection)


def rows(prepared: Prepared, key: str) -> list[dict[str, str]]:
    sheet = next(sheet for sheet in prepared.sheets if sheet.key == key)
    return [
        {column.key: cell for column, cell in zip(sheet.columns, row, strict=True) if cell}
        for row in sheet.rows
    ]


def test_one_row_a_person_tells_who_and_where_and_for_what(case):
    neda, kaveh = rows(sheets(case), "prisoners")
    assert neda["name_persian"] == "ندا زرباف"
    assert neda["other_names"] == "Nedâ Z."
    assert neda["prison_persian"] == "سبزآباد"
    assert neda["province"] == "West Azerbaijan"
    assert neda["since"].startswith("16 Sep 2022")
    assert neda["ethnicity"].endswith("(presumed)")
    assert len(neda["activities"].split("; ")) == 2
    assert "(teachers' union)" in neda["activities"]
    assert neda["charges"] == "Propaganda; insulting"
    assert neda["standing_sentences"].startswith("imprisonment 3 years and 7½ months; ")
    assert neda["standing_sentences"].endswith("74 lashes (suspended)")
    assert neda["foreign_numbers"] == "list:007"
    assert kaveh["name"] == "K. R."
    assert not kaveh["reference"].startswith("P-")


def test_one_row_a_charge_and_one_for_a_case_without_any(case):
    first, second, empty, kaveh = rows(sheets(case), "cases")
    assert (first["case"], first["article"], first["warrant_shown"]) == (
        "C-0001",
        "IPC75 500 bis 1, note",
        "no",
    )
    assert second["quoted"] == "insulting"
    assert "quoted" not in empty
    assert "case" not in kaveh


def test_one_row_a_punishment_and_one_for_a_judgment_without_any(case):
    prison, lashes, fine, appeal = rows(sheets(case), "sentences")
    assert (prison["term"], prison["court_persian"]) == ("3 years and 7½ months", "دادگاه انقلاب")
    assert prison["in_absentia"] == "yes"
    assert (lashes["lashes"], lashes["suspended"]) == ("74", "wholly")
    assert fine["fine"] == "1,000"
    assert "kind" not in appeal
    inside = rows(sheets(case, Audience.INTERNAL), "sentences")
    assert [row.get("note") for row in inside] == ["of it", "of it; of a part", "of it", None]


def test_a_judge_is_named_outside_only_where_two_independent_sources_say_so(case):
    def judges(audience: Audience = Audience.PUBLIC) -> list[str | None]:
        return [row.get("judge") for row in rows(sheets(case, audience), "sentences")][:2]

    assert judges() == [None, None]
    assert judges(Audience.INTERNAL) == ["Bahmanpour", "Bahmanpour"]
    withheld = sheets(case, Audience.PUBLIC).manifest.withheld["cells"]
    assert withheld["judge named by fewer than two independent sources"] == 1
    with act(case) as unit:
        about = {"about_table": "judgments", "about_row": 1, "prisoner_id": 1, "credibility": "likely"}
        first = add(unit, "sources", kind="independent_media", outlet="One")
        repeats = add(unit, "sources", kind="independent_media", outlet="Two", derived_from=first)
        for source in (first, repeats):
            add(unit, "citations", source_id=source, **about)
    assert judges() == [None, None]
    with act(case) as unit:
        other = add(unit, "sources", kind="independent_media", outlet="Three")
        add(unit, "citations", source_id=other, field="judge_id", **about)
    assert judges() == ["Bahmanpour", "Bahmanpour"]
    assert "judge" not in str(sheets(case, Audience.PUBLIC).manifest.withheld)


def test_what_happened_stands_in_its_order_with_the_grade_of_its_sources(case):
    bail, arrest = rows(sheets(case), "timeline")  # nobody knows the day of the bail: it may have come first
    assert bail["amount"] == "5,000,000 IRR"
    assert "note" not in bail
    assert (arrest["earliest"], arrest["latest"]) == ("2022-09-16", "2022-09-16")
    assert arrest["sources"] == "S-0001 (B, likely)"


@pytest.mark.parametrize(
    ("when", "ends"),
    [
        ("about 3 January 2023", ("2023-01-03~", "2023-01-03~")),
        ("حدود بهار ۱۴۰۱", ("2022-03-21~", "2022-06-21~")),
        ("before 3 January 2023", (None, "2023-01-02")),
    ],
)
def test_a_day_that_is_only_near_is_marked_in_the_columns_that_sort(registry_file, when, ends):
    with act(registry_file) as unit:
        make_event(unit, make_prisoner(unit, "Neda Zarbaf", basis="already_public"), "arrest", when)
    (event,) = rows(sheets(registry_file), "timeline")
    assert (event.get("earliest"), event.get("latest")) == ends


def test_a_row_tells_what_a_source_bears_out(case):
    (row,) = rows(sheets(case), "sources")
    assert (row["about"], row["source"], row["outlet"]) == ("E-0001", "S-0001", "Example News")


def test_what_a_source_bears_out_in_the_same_way_stands_in_one_row(case):
    with act(case) as unit:
        facts = {"source_id": 1, "about_table": "events", "about_row": 1, "prisoner_id": 1}
        add(unit, "citations", **facts, field="happened_on", value="1401/06/25", credibility="likely")
        add(unit, "citations", **facts | {"about_table": "prisoners"}, credibility="likely")
    told = [(row["about"], row.get("field"), row.get("value")) for row in rows(sheets(case), "sources")]
    assert told == [("E-0001; P-0001", None, None), ("E-0001", "Date", "1401/06/25")]


def test_the_manifest_tells_of_whom_as_known_when_and_what_was_withheld(case):
    manifest = sheets(case, selection="status:detained_investigation").manifest
    told = dict(manifest.lines())
    assert told["As known on"] == "2024-03-20 (U-0001)"
    assert told["Filter"] == "status:detained_investigation"
    assert told["Population"].startswith("2 of 3 people")
    assert told["  in custody"] == "1"
    assert told["  not known"] == "1"
    assert told["Sheet Prisoners"] == "2 rows × 31 columns"
    assert told["Withheld: people left out"] == "1 (no publication basis)"
    assert manifest.as_json()["sha256_of_content"] == told["Digest of the content"].removeprefix("sha256 ")


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.ADVOCATES, Audience.INTERNAL])
def test_a_file_for_others_does_not_count_how_much_is_known_in_confidence(case, audience):
    prepared = sheets(case, audience)
    about, counted = str(prepared.pages()[0].rows), audience is Audience.INTERNAL
    assert "cells" in prepared.manifest.withheld
    assert ("cells left out" in about, NOT_COUNTED in about) == (counted, not counted)
    file = BytesIO()
    write_json(file, prepared.manifest, prepared.sheets)
    assert ("cells" in json.loads(file.getvalue())["about"]["withheld"]) == counted


@pytest.mark.parametrize("selection", ["P-0002", "name:Roya Sahraei"])
def test_a_filter_that_would_tell_who_somebody_is_is_not_told(case, selection):
    assert sheets(case, selection=selection).manifest.selection == NOT_TOLD


def test_the_list_of_exports_is_no_news_about_anybody(case):
    before = sheets(case).manifest
    with act(case) as unit:
        facts = {
            "made_at": "2024-03-20T08:15:00Z",
            "audience": "public",
            "file_name": "x",
            "prisoners": 1,
            "sha256": "0",
        }
        add(unit, "exports", **facts, manifest="{}")
    assert sheets(case).manifest == before


def test_nobody_to_show_says_why_and_how_to_change_it(case):
    with reading(case) as reader, pytest.raises(NothingToExport) as refused:
        prepare(reader, [3], audience=Audience.PUBLIC, today=TODAY)
    assert refused.value.sentence == "0 of 1 may be published (1: no publication basis). Nothing was written."
    assert "prisoners amend" in refused.value.hint
    with reading(case) as reader, pytest.raises(NothingToExport, match="nobody was found"):
        prepare(reader, [], audience=Audience.ADVOCATES, today=TODAY)


def test_a_line_a_person_holds_everything_about_the_person(case, tmp_path):
    target = tmp_path / "cases.jsonl"
    with written(sheets(case), target) as fresh:
        assert len(fresh.sha256()) == 64
    about, neda, kaveh = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert about["about"]["shown"] == 2
    assert [event["kind"] for event in neda["timeline"]] == ["bail set", "arrest"]
    assert "timeline" not in kaveh


def test_every_cell_of_a_file_in_both_languages_is_a_plain_text(case):
    with reading(case) as reader:
        prepared = prepare(reader, [1, 2, 3], audience=Audience.INTERNAL, today=TODAY, lang=Lang.BOTH)
    cells = [cell for sheet in prepared.sheets for row in sheet.rows for cell in row]
    assert {type(cell) for cell in cells} == {str}
    assert any(BETWEEN in cell for cell in cells)


def test_an_unknown_ending_is_refused():
    with pytest.raises(UnknownFormat, match=r"cases\.odt"):
        check_format(Path("cases.odt"))


@pytest.mark.parametrize(
    ("ending", "damage"), [(".xlsx", b"PK not a workbook"), (".xlsx", b""), (".csv", b"")]
)
def test_a_file_that_cannot_be_read_back_never_gets_its_name(case, tmp_path, monkeypatch, ending, damage):
    target = tmp_path / f"cases{ending}"
    target.write_bytes(b"old")
    monkeypatch.setitem(FORMATS, ending, lambda file, _: file.write(damage))
    with pytest.raises(FileNotSound), written(sheets(case), target):
        pass
    assert target.read_bytes() == b"old"


def test_a_workbook_that_lacks_a_sheet_never_gets_its_name(case, tmp_path):
    prepared = sheets(case)
    short = Prepared(prepared.manifest, prepared.sheets[:3], [])
    made = tmp_path / "made.xlsx"
    with written(short, made):
        pass
    assert not is_whole(made, 6)
    assert is_whole(made, 4)


def test_an_everyday_note_keeps_no_public_sentence_back(case):
    with act(case) as unit:
        from prisoners.records.prisoners import Prisoner

        unit.amend(unit.get(Prisoner, 2), note="transfer to Sabzabad")
        unit.amend(unit.get(Prisoner, 3), note="hiding in Kelardasht")
        make_event(unit, 1, "other", summary="Her transfer to Sabzabad.")
        make_event(unit, 1, "other", summary="Not hiding in Kelardasht.")
    told = [row.get("summary") for row in rows(sheets(case), "timeline")]
    assert "Her transfer to Sabzabad." in told
    assert "Not hiding in Kelardasht." not in told


def test_a_record_that_was_merged_away_hides_nobody(case):
    with act(case) as unit:
        from prisoners.records.prisoners import Prisoner

        twice = make_prisoner(unit, "Neda Zarbaf")
        unit.amend(unit.get(Prisoner, twice), merged_into=1)
        shirin = make_prisoner(
            unit, "Shirin Golnari", basis="already_public", summary="Arrested with Neda Zarbaf."
        )
        roya = make_prisoner(
            unit, "Mina Darvish", basis="already_public", summary="Arrested with Roya Sahraei."
        )
    with reading(case) as reader:
        prepared = prepare(reader, [1, shirin, roya], audience=Audience.PUBLIC, today=TODAY)
    assert [row.get("summary") for row in rows(prepared, "prisoners")] == [
        None,
        "Arrested with Neda Zarbaf.",
        None,
    ]


def test_an_empty_registry_is_known_since_no_update(registry_file):
    from prisoners.sheets.manifest import known_when

    with reading(registry_file) as reader:
        assert known_when(reader) == (0, "—")


def test_a_secret_source_is_not_named_in_a_sentence_either(case):
    with act(case) as unit:
        add(unit, "sources", kind="lawyer", author="Farhad Golestan", title="What a lawyer said at night")
        make_event(unit, 1, "other", summary="Farhad Golestan told it.")
    assert rows(sheets(case), "timeline")[0].get("summary") is None
