"""The gate on a small invented registry of plain rows."""

import datetime as dt

import pytest

from prisoners.privacy.reach import TELEPHONE
from prisoners.privacy.redact import redact
from prisoners.privacy.verdict import judge
from prisoners.privacy.watch import CONFIDENTIAL, NAMES_SOMEBODY, Watch
from prisoners.vocabulary import Audience

TODAY = dt.date(2024, 3, 20)
DAY = "2022-09-16 2022-09-16 2022-09-16|jalali|"


def person(number, basis="already_public", naming="full", **facts):
    return {
        "id": number,
        "basis": basis,
        "naming": naming,
        "withdrawn": 0,
        "merged_into": None,
        "father": "Bahram",
        "born": f"{DAY}25 Shahrivar 1401",
        "summary": None,
        "note": "an internal note",
    } | facts


def registry(*people, **tables):
    names = [
        {"id": 10 * one["id"] + place, "prisoner_id": one["id"], "text": f"Neda {family}", "script": "latin"}
        | {"family": family, "is_primary": 1, "withdrawn": withdrawn}
        for one in people
        for place, family, withdrawn in ((0, f"Zarbaf{'abcdefgh'[one['id']] * 3}", 0), (1, "Mistaken", 1))
    ]
    return {"prisoners": list(people), "names": names} | tables


def let_out(tables, audience=Audience.PUBLIC, watch=None, consents=()):
    verdicts = judge(audience, tables["prisoners"], consents, TODAY, deaths=())
    return redact(tables, audience=audience, verdicts=verdicts, key="key", watch=watch or Watch())


def source(number, **facts):
    row = {
        "id": number,
        "kind": "independent_media",
        "url": "https://example.org",
        "confidentiality": "public",
    }
    return row | {"title": "Title", "note": "internal", "withdrawn": 0} | facts


def citation(number, source_id, prisoner_id, about=("prisoners", 1), field=None, **facts):
    row = {"id": number, "source_id": source_id, "prisoner_id": prisoner_id, "about_table": about[0]}
    return row | {"about_row": about[1], "field": field, "quoted": "words", "withdrawn": 0} | facts


def test_only_people_with_a_basis_leave_and_the_others_are_counted():
    left = let_out(registry(person(1), person(2, "none"), person(3, withdrawn=1)))
    assert [row["id"] for row in left.tables["prisoners"]] == [1]
    assert left.withheld.counts()["people"] == {
        "no publication basis": 1,
        "withdrawn or merged into another record": 1,
    }


def test_consents_are_weighed_for_the_person_who_gave_them():
    asked = {"scope": "publish", "subject": "person", "given_by": None, "refused": 0, "withdrawn": 0}
    asked |= {"given_on": None, "until": None, "withdrawn_on": None}
    consents = [asked | {"prisoner_id": 1}, asked | {"prisoner_id": 2, "refused": 1}]
    left = let_out(registry(person(1, "none"), person(2), person(3, "none")), consents=consents)
    assert list(left.shown) == [1]


def test_a_cell_leaves_only_where_its_column_may():
    row = let_out(registry(person(1, shoe_size="38"))).tables["prisoners"][0]
    assert row["born"].endswith("25 Shahrivar 1401")
    assert not {"father", "note", "basis", "shoe_size"} & set(row)
    advocates = let_out(registry(person(1)), Audience.ADVOCATES).tables["prisoners"][0]
    assert advocates["father"] == "Bahram"
    assert "note" not in advocates


def test_withheld_cells_are_counted_only_where_there_was_something():
    counts = let_out(registry(person(1, father=None, import_note=""))).withheld.counts()["cells"]
    assert counts == {"internal": 3}  # note, basis, naming


def test_rows_of_a_person_leave_with_the_person():
    event = {"id": 1, "kind": "arrest", "summary": "arrested", "note": "n", "withdrawn": 0}
    tables = registry(
        person(1),
        person(2, "none"),
        events=[
            event | {"prisoner_id": 1},
            event | {"id": 2, "prisoner_id": 2},
            event | {"id": 3, "prisoner_id": 1, "withdrawn": 1},
        ],
        cases=[
            {"id": 5, "prisoner_id": 1, "lawyer": "somebody"},
            {"id": 6, "prisoner_id": 2, "lawyer": None},
        ],
        charges=[
            {"id": 7, "case_id": 5, "quoted": "propaganda"},
            {"id": 8, "case_id": 6, "quoted": "assembly"},
        ],
        judgments=[{"id": 9, "case_id": 5, "number": "12"}],
        sentences=[{"id": 10, "judgment_id": 9, "years": 3}, {"id": 11, "judgment_id": 99, "years": 4}],
        headlines=[{"prisoner_id": 1, "status": "on_bail"}, {"prisoner_id": 2, "status": "on_bail"}],
    )
    left = let_out(tables).tables
    assert left["events"] == [{"id": 1, "kind": "arrest", "summary": "arrested", "prisoner_id": 1}]
    assert left["cases"] == [{"id": 5, "prisoner_id": 1}]
    assert left["charges"] == [{"id": 7, "case_id": 5, "quoted": "propaganda", "prisoner_id": 1}]
    assert left["judgments"] == [{"id": 9, "case_id": 5, "prisoner_id": 1}]
    assert left["sentences"] == [{"id": 10, "judgment_id": 9, "years": 3, "prisoner_id": 1}]
    assert left["headlines"] == [{"prisoner_id": 1, "status": "on_bail"}]


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.ADVOCATES])
def test_relatives_and_health_stay_in_the_house(audience):
    tables = registry(
        person(1),
        relations=[{"id": 1, "prisoner_id": 1, "kind": "wife", "name": "Sara Zarbaf"}],
        health=[{"id": 1, "prisoner_id": 1, "kind": "cancer", "summary": "ill", "level": "internal"}],
    )
    left = let_out(tables, audience)
    assert left.tables["relations"] == left.tables["health"] == []


def test_the_house_sees_its_own_notes_but_nothing_sealed():
    tables = registry(
        person(1, "none", "anonymous"),
        relations=[{"id": 1, "prisoner_id": 1, "kind": "wife", "name": "Sara Zarbaf"}],
        health=[
            {"id": 1, "prisoner_id": 1, "summary": "ill", "level": "internal"},
            {"id": 2, "prisoner_id": 1, "summary": "very ill", "level": "sealed"},
        ],
    )
    left = let_out(tables, Audience.INTERNAL)
    assert left.shown[1].latin == "Neda Zarbafbbb"
    assert left.tables["prisoners"][0]["note"] == "an internal note"
    assert left.tables["relations"] == [{"id": 1, "prisoner_id": 1, "kind": "wife"}]
    assert [row["summary"] for row in left.tables["health"]] == ["ill"]
    assert left.withheld.counts()["rows"] == {"health: sealed": 1}


@pytest.mark.parametrize(
    ("level", "public", "advocates"), [("public", 1, 1), ("advocates", 0, 1), ("internal", 0, 0)]
)
def test_a_file_leaves_as_its_own_level_says(level, public, advocates):
    tables = registry(
        person(1), files=[{"id": 1, "prisoner_id": 1, "kind": "photo", "path": "x", "level": level}]
    )
    assert len(let_out(tables).tables["files"]) == public
    assert len(let_out(tables, Audience.ADVOCATES).tables["files"]) == advocates


def test_whoever_is_not_named_in_full_stands_last_under_a_code_and_takes_nothing_along_that_tells_the_name():
    tables = registry(
        person(1, naming="pseudonym"),
        person(2, naming="initials"),
        person(3),
        person(4, naming="anonymous"),
        events=[{"id": 1, "prisoner_id": 1, "kind": "arrest", "place": "Village"}],
        headlines=[
            {"prisoner_id": number, "name_latin": "Neda Z", "status": "on_bail"} for number in (1, 2, 3, 4)
        ],
    )
    left = let_out(tables, Audience.ADVOCATES)
    assert next(iter(left.shown)) == 3
    assert left.shown[3].code == ""
    rows = {row["id"]: row for row in left.tables["prisoners"]}
    assert "father" in rows[3]
    assert rows[2].keys().isdisjoint({"born", "father"})
    assert not {"born", "father"} & set(rows[1])
    assert left.shown[1].latin == f"Person {left.shown[1].code}"
    assert left.shown[2].latin == "N. Z."
    assert left.shown[4].code == "Anonymous 1"
    assert "place" not in left.tables["events"][0]
    assert [row["prisoner_id"] for row in left.tables["headlines"] if "name_latin" in row] == [3]
    assert left.withheld.counts()["names"] == {"anonymous": 1, "initials": 1, "pseudonym": 1}


def test_a_source_leaves_with_a_citation_of_somebody_named_in_full():
    tables = registry(
        person(1),
        person(2, naming="initials"),
        person(3, "none"),
        events=[{"id": 4, "prisoner_id": 1, "kind": "arrest", "withdrawn": 0}],
        sources=[
            source(1),
            source(2),
            source(3, confidentiality="internal"),
            source(4, withdrawn=1),
            source(5),
        ],
        citations=[
            citation(1, 1, 1),
            citation(2, 1, 1, ("events", 4)),
            citation(3, 2, 2, ("prisoners", 2)),
            citation(4, 3, 1),
            citation(5, 4, 1),
            citation(6, 5, 1, field="note"),
            citation(7, 5, 1, ("health", 1)),
            citation(8, 5, 1, ("events", 99)),
            citation(9, 5, 3, ("prisoners", 3)),
            citation(10, 5, None, ("prisons", 1)),
            citation(11, 1, 1, withdrawn=1),
        ],
    )
    left = let_out(tables)
    assert [row["id"] for row in left.tables["sources"]] == [1]
    assert [row["id"] for row in left.tables["citations"]] == [1, 2]
    assert "quoted" not in left.tables["citations"][0]
    assert "note" not in left.tables["sources"][0]
    assert left.withheld.counts()["rows"] == {
        "source confidential": 1,
        "source of somebody who is not named in full": 1,
        "source of something that stays inside": 3,
        "source retracted": 1,
    }


def test_a_text_that_tells_too_much_is_left_out_and_its_place_is_told_to_the_researcher_alone():
    tables = registry(person(1, summary="Call +98 912 345 6789"), person(2, summary="with Roshan Daneshvar"))
    left = let_out(tables, watch=Watch(values=["Roshan Daneshvar"]))
    assert [row["summary"] for row in left.tables["prisoners"]] == [None, None]
    assert [(held.table, held.row, held.column, held.why) for held in left.withheld.texts] == [
        ("prisoners", 1, "summary", TELEPHONE),
        ("prisoners", 2, "summary", CONFIDENTIAL),
    ]
    assert left.withheld.counts()["texts"] == {CONFIDENTIAL: 1, TELEPHONE: 1}


def test_the_words_of_a_date_are_left_out_and_its_days_stay():
    unread = "0001-01-01 9999-12-31 |unread|the night of 0912 345 6789"
    tables = registry(person(1, born=f"{DAY}the night of 0912 345 6789"), person(2, born=unread))
    assert [row["born"] for row in let_out(tables).tables["prisoners"]] == [f"{DAY}2022-09-16", None]


def test_a_prison_called_after_somebody_who_is_hidden_loses_that_name_and_an_article_of_law_keeps_its_own():
    telling = "home of Mahnaz Sokhandan"
    prisons = [{"id": 5, "name_en": telling, "province": "tehran", "withdrawn": 0}]
    offences = [{"id": 6, "name_en": telling, "withdrawn": 0}]
    watch = Watch(names=["Mahnaz Sokhandan"])
    left = let_out(registry(person(1), prisons=prisons, offences=offences), watch=watch)
    assert (left.tables["prisons"][0]["name_en"], left.tables["prisons"][0]["province"]) == (None, "tehran")
    assert left.tables["offences"][0]["name_en"] == telling
    assert left.withheld.texts == [("prisons", 5, "name_en", NAMES_SOMEBODY)]


def test_the_place_derived_from_an_event_is_searched_like_the_event():
    tables = registry(person(1), headlines=[{"prisoner_id": 1, "place": "house of Roshan Daneshvar"}])
    left = let_out(tables, watch=Watch(values=["Roshan Daneshvar"]))
    assert left.tables["headlines"] == [{"prisoner_id": 1, "place": None}]
    assert left.withheld.texts[0][:3] == ("prisoners", 1, "place")


def test_somebody_named_in_full_keeps_a_name_that_is_a_secret_elsewhere():
    tables = registry(person(1), headlines=[{"prisoner_id": 1, "name_latin": "Roshan Daneshvar"}])
    left = let_out(tables, watch=Watch(values=["Roshan Daneshvar"]))
    assert left.tables["headlines"] == [{"prisoner_id": 1, "name_latin": "Roshan Daneshvar"}]


def test_an_act_of_advocacy_leaves_only_for_somebody_named_in_full():
    tables = registry(
        person(1),
        person(2, naming="initials"),
        person(3, "none"),
        interventions=[
            {"id": 1, "kind": "letter", "title": "T", "signers": "S"},
            {"id": 2, "kind": "letter"},
        ],
        beneficiaries=[
            {"id": one, "intervention_id": 1 if one == 1 else 2, "prisoner_id": one, "answer": "A"}
            for one in (1, 2, 3)
        ],
    )
    left = let_out(tables, Audience.ADVOCATES)
    assert [row["id"] for row in left.tables["interventions"]] == [1]
    assert "signers" not in left.tables["interventions"][0]
    assert [row["prisoner_id"] for row in left.tables["beneficiaries"]] == [1]
    assert left.withheld.counts()["rows"] == {"intervention for somebody who is not named in full": 1}


def test_one_word_of_a_name_is_held_back_in_the_rows_of_whoever_is_not_named_in_full():
    told = "Zarbafbbb was beaten"
    for naming, kept in (("full", told), ("initials", None), ("pseudonym", None), ("anonymous", None)):
        left = let_out(registry(person(1, naming=naming, summary=told)))
        assert left.tables["prisoners"][0]["summary"] == kept, naming
        assert left.withheld.counts()["texts"] == ({} if kept else {NAMES_SOMEBODY: 1})
    left = let_out(registry(person(1, naming="pseudonym", summary="Mistaken was beaten")))
    assert left.tables["prisoners"][0]["summary"] is None  # a name that was withdrawn
    left = let_out(registry(person(1, naming="first_name", summary="Neda was beaten")))
    assert left.tables["prisoners"][0]["summary"] == "Neda was beaten"


def test_a_text_that_tells_nothing_of_one_is_still_read_for_another_who_is_under_cover():
    told = [f"Zarbafccc was beaten {number} times" for number in range(4)]
    events = [
        {"id": 10 * one + place, "prisoner_id": one, "kind": "arrest", "summary": text}
        for one in (1, 2, 3)
        for place, text in enumerate(told)
    ]
    left = let_out(registry(person(1), person(2, naming="initials"), person(3), events=events))
    kept = {row["id"]: row["summary"] for row in left.tables["events"]}
    assert [kept[10 + place] for place in range(4)] == told
    assert [kept[20 + place] for place in range(4)] == [None] * 4
    assert [kept[30 + place] for place in range(4)] == told


def test_rows_of_one_table_may_have_different_columns():
    telling = "with Roshan Daneshvar"
    events = [
        {"id": 1, "prisoner_id": 1, "kind": "arrest", "summary": telling},
        {"id": 2, "prisoner_id": 1, "kind": "arrest", "place": telling, "summary": None},
        {"id": 3, "prisoner_id": 2, "kind": telling, "place": "Village"},
        {"id": 4, "prisoner_id": 2, "kind": "arrest", "summary": "was beaten", "place": "Village"},
        {
            "id": 5,
            "prisoner_id": 3,
            "kind": "arrest",
            "summary": "was beaten",
            "note": "to check",
            "place": 7,
        },
    ]
    people = (person(1), person(2, naming="pseudonym"), person(3))
    left = let_out(registry(*people, events=events), watch=Watch(values=["Roshan Daneshvar"]))
    assert left.tables["events"] == [
        {"id": 1, "kind": "arrest", "summary": None, "prisoner_id": 1},
        {"id": 2, "kind": "arrest", "place": None, "summary": None, "prisoner_id": 1},
        {"id": 3, "kind": None, "prisoner_id": 2},
        {"id": 4, "kind": "arrest", "summary": "was beaten", "prisoner_id": 2},
        {"id": 5, "kind": "arrest", "summary": "was beaten", "place": 7, "prisoner_id": 3},
    ]
    assert [held[:3] for held in left.withheld.texts] == [
        ("events", 1, "summary"),
        ("events", 2, "place"),
        ("events", 3, "kind"),
    ]
    assert left.withheld.counts()["texts"] == {CONFIDENTIAL: 3}


def test_whoever_is_named_in_full_may_be_named_in_their_own_rows_and_no_namesake_elsewhere():
    text, family = "Neda Zarbafbbb was beaten", "The Zarbafbbb case"
    events = [
        {"id": 10 * one + place, "prisoner_id": one, "kind": "arrest", "summary": told}
        for one in (1, 3)
        for place, told in enumerate([text, family, "Neda was beaten"])
    ]
    watch = Watch(names=["Neda Zarbafbbb", "Neda Zarbafccc"], families=[("Zarbafbbb", "Neda Zarbafbbb")])
    prison = {"id": 1, "name_en": family, "withdrawn": 0}
    left = let_out(registry(person(1), person(3), events=events, prisons=[prison]), watch=watch)
    kept = {row["id"]: row["summary"] for row in left.tables["events"]}
    assert kept == {
        10: text,
        11: family,
        12: "Neda was beaten",
        30: None,
        31: None,
        32: "Neda was beaten",
    }
    assert left.tables["prisons"][0]["name_en"] is None
    assert left.withheld.counts()["texts"] == {NAMES_SOMEBODY: 3}


def test_a_text_that_names_its_own_person_and_a_hidden_one_is_held_back():
    watch = Watch(names=["Neda Zarbafbbb", "Ali Thabeti"], others=["Sara Ali Thabeti"])
    told = [
        "Neda Zarbafbbb with Ali Thabeti",
        "Neda Zarbafbbb with Sara Ali Thabeti",
        "Neda Zarbafbbb, call 09123456789",
        "N e d a Zarbafbbb",
        "N e d a Zarbafbbb with A l i Thabeti",
    ]
    events = [
        {"id": place, "prisoner_id": 1, "kind": "arrest", "summary": text} for place, text in enumerate(told)
    ]
    left = let_out(registry(person(1), events=events), watch=watch)
    assert [row["summary"] for row in left.tables["events"]] == [None, told[1], None, told[3], None]
    assert left.withheld.counts()["texts"] == {NAMES_SOMEBODY: 2, TELEPHONE: 1}


def test_a_line_that_is_no_date_is_read_as_it_stands():
    told = ["2022 | 0912 345 6789", "one | Ali Thabeti", "a | b"]
    events = [
        {"id": place, "prisoner_id": 1, "kind": "arrest", "summary": text} for place, text in enumerate(told)
    ]
    left = let_out(registry(person(1), events=events), watch=Watch(names=["Ali Thabeti"]))
    assert [row["summary"] for row in left.tables["events"]] == [None, None, "a | b"]


def test_the_words_of_a_date_are_read_among_other_texts():
    told = ["the day of Ali Thabeti", "25 Shahrivar 1401", "the day of Neda Zarbafbbb"]
    events = [
        {"id": place, "prisoner_id": 1, "kind": "arrest", "happened_on": DAY + words}
        for place, words in enumerate(told)
    ]
    watch = Watch(names=["Ali Thabeti", "Neda Zarbafbbb"])
    left = let_out(registry(person(1), events=events), watch=watch)
    assert [row["happened_on"] for row in left.tables["events"]] == [
        f"{DAY}2022-09-16",
        DAY + told[1],
        DAY + told[2],
    ]


def test_an_estimate_leaves_without_its_note_and_with_who_counted_where_that_may_be_known():
    estimate = {
        "id": 1,
        "kind": "arrested",
        "least": 4000,
        "quoted": "more than 4,000",
        "note": "by telephone",
    }
    cited = [
        {
            "id": number,
            "source_id": number,
            "prisoner_id": None,
            "about_table": about,
            "about_row": row,
            "field": None,
        }
        for number, (about, row) in enumerate(
            [("estimates", 1), ("estimates", 1), ("estimates", 2), ("events", 1)]
        )
    ]
    sources = [
        {"id": number, "kind": "hr_org_report", "outlet": f"Paper {number}", "confidentiality": level}
        for number, level in enumerate(["public", "sealed", "public", "public"])
    ]
    tables = {"estimates": [estimate, {"id": 2, "withdrawn": 1}], "citations": cited, "sources": sources}
    leaving = redact(tables, audience=Audience.PUBLIC, verdicts={}, key="", watch=Watch())
    assert leaving.tables["estimates"] == [
        {name: estimate[name] for name in ("id", "kind", "least", "quoted")}
    ]
    assert [row["outlet"] for row in leaving.tables["sources"]] == ["Paper 0"]
    assert leaving.withheld.rows == {"source confidential": 1}


def told_of(*people, watch=None, **tables):
    """What is told of each person in one event, where the same is told of all of them."""
    text = "Neda Zarbafbbb and Neda Zarbafccc were beaten"
    events = [
        {"id": one["id"], "prisoner_id": one["id"], "kind": "arrest", "summary": text} for one in people
    ]
    left = let_out(registry(*people, events=events, **tables), watch=watch)
    return [row["summary"] == text for row in left.tables["events"]]


def test_what_was_clean_of_one_is_read_anew_of_another():
    assert told_of(person(1), person(3)) == [True, True]
    assert told_of(person(1), person(2, naming="initials"), person(3)) == [True, False, True]


def test_what_was_held_back_once_is_held_back_every_time():
    watch = Watch(names=["Neda Zarbafccc"])
    assert told_of(person(3), person(4), person(5), watch=watch) == [False, False, False]
    assert told_of(person(2), person(3), person(2), watch=watch) == [True, False, True]


def test_the_names_of_a_person_are_no_words_that_a_public_office_may_not_bear():
    prison = {"id": 1, "name_en": "Zarbafbbb Prison", "withdrawn": 0}
    left = let_out(registry(person(1, naming="pseudonym"), prisons=[prison]))
    assert left.tables["prisons"][0]["name_en"] == "Zarbafbbb Prison"


def test_a_text_that_looks_like_a_date_is_read_as_a_text():
    said = "2022-01-01 2022-01-01 Siva Zarbafggg 0912 345 6789|x|hello"
    tables = registry(person(1, summary=said, born=said.replace("|x|", "|jalali|")))
    left = let_out(tables, watch=Watch(names=["Siva Zarbafggg"]))
    row = left.tables["prisoners"][0]
    assert (row["summary"], row["born"]) == (None, None)
    assert {held.column for held in left.withheld.texts} == {"summary", "born"}


def test_a_name_with_a_way_to_reach_somebody_in_it_does_not_leave():
    tables = registry(person(1))
    tables["names"] += [
        tables["names"][0] | {"id": number, "text": text, "is_primary": 0}
        for number, text in ((90, "Neda 0912 345 6789"), (91, "Neda the 2nd"), (92, "ندا ۰۹۱۲۳۴۵۶۷۸۹"))
    ]
    left = let_out(tables, audience=Audience.PUBLIC)
    assert left.shown[1].others == "Neda the 2nd"
    assert [(held.table, held.row, held.why) for held in left.withheld.texts] == [
        ("names", 90, TELEPHONE),
        ("names", 92, TELEPHONE),
    ]
