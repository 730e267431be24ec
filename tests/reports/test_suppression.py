"""Small counts stay inside, and nothing gives them away: no total, no other table, no sum of several."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from prisoners.reports.run import CAN_BE_COUNTED
from prisoners.reports.speech import Lang
from prisoners.reports.suppression import HIDDEN, suppressed
from prisoners.reports.table import Count, Scope, Table
from prisoners.sheets.columns import Column
from tests.reports.conftest import rows_of


def table(*rows, adds_up=True):
    columns = tuple(Column(str(place), str(place)) for place in range(len(rows[0]) if rows else 1))
    return Table("t", "T", columns, tuple(rows), Scope("persons", "somebody", "today"), adds_up=adds_up)


def kept(least, *tables):
    return [list(one.rows) for one in suppressed(tables, least)]


EVIN, QARCHAK, URMIA = range(12), range(12, 15), range(15, 24)
BY_PRISON = table(
    ("Evin", Count(EVIN)), ("Qarchak", Count(QARCHAK)), ("Urmia", Count(URMIA)), ("All", Count(range(24)))
)


def test_a_single_gap_would_be_computed_so_a_second_count_goes_with_it():
    assert kept(5, BY_PRISON) == [[("Evin", 12), ("Qarchak", "<5"), ("Urmia", HIDDEN), ("All", 24)]]


def test_what_is_kept_back_in_one_table_is_kept_back_in_every_other():
    elsewhere = table(("in Urmia", Count(URMIA)), ("of everybody", Count(range(24))), adds_up=False)
    assert kept(5, elsewhere, BY_PRISON)[0] == [("in Urmia", HIDDEN), ("of everybody", 24)]


def test_two_tables_together_do_not_tell_what_neither_tells_alone():
    of_two = table(("Evin and Qarchak", Count(range(15))), adds_up=False)
    of_one = table(("Evin", Count(EVIN)), adds_up=False)
    assert kept(5, of_one) == [[("Evin", 12)]]
    assert kept(5, of_two) == [[("Evin and Qarchak", 15)]]
    assert kept(5, of_two, of_one, table(("Qarchak", Count(QARCHAK)), adds_up=False)) == [
        [("Evin and Qarchak", 15)], [("Evin", HIDDEN)], [("Qarchak", "<5")],
    ]  # fmt: skip


def test_what_a_table_leaves_out_of_its_total_is_not_told_by_the_difference():
    cut = table(("Evin", Count(EVIN)), ("Urmia", Count(URMIA)), ("All", Count(range(24))))
    assert kept(5, cut) == [[("Evin", 12), ("Urmia", HIDDEN), ("All", 24)]]
    assert kept(3, cut) == [[("Evin", 12), ("Urmia", 9), ("All", 24)]]


def test_counts_of_another_kind_tell_nothing():
    charges = table(
        ("charges", Count(range(12), "charges")), ("all", Count(range(15), "charges")), adds_up=False
    )
    persons = table(("Qarchak", Count(QARCHAK)), adds_up=False)
    assert kept(5, charges, persons)[0] == [("charges", 12), ("all", 15)]


def test_without_a_bound_nothing_is_kept_back():
    rows = [("Evin", Count([1])), ("All", Count([1]))]
    assert kept(0, table(*rows)) == kept(1, table(*rows)) == [rows]
    assert kept(5) == []
    assert kept(5, table()) == [[]]


def test_a_count_of_nobody_is_no_secret():
    assert kept(5, table(("Evin", Count([])), ("All", Count(range(12))))) == [[("Evin", 0), ("All", 12)]]


def test_a_small_number_that_counts_nobody_by_name_is_kept_back_too():
    assert kept(5, table(("letters", 3), ("all", 30), adds_up=False)) == [[("letters", "<5"), ("all", 30)]]


PEOPLE = st.lists(st.tuples(*[st.sampled_from("abc")] * 3, st.booleans()), min_size=1, max_size=40)


def tables_of(people):
    """By two things, by each of them, by a third, and a few figures: as one report has them."""
    everybody = range(len(people))

    def who(**values):
        return Count(
            one
            for one in everybody
            if all(people[one]["xyzw".index(key)] == of for key, of in values.items())
        )

    crossed = [(x, *(who(x=x, y=y) for y in "abc"), who(x=x)) for x in "abc"]
    crossed.append(("All", *(who(y=y) for y in "abc"), Count(everybody)))
    by_one = [(z, who(z=z)) for z in "abc"]
    figures = [("w", who(w=True)), ("w and a", who(w=True, x="a")), ("shown", Count(everybody))]
    return [table(*crossed), table(*by_one, ("All", Count(everybody))), table(*figures, adds_up=False)]


@given(PEOPLE, st.integers(2, 6))
def test_no_small_count_is_a_sum_of_what_is_told(people, least):
    before = tables_of(people)
    after = suppressed(before, least)
    told, secret = [], []
    for one, other in zip(before, after, strict=True):
        for row, shown in zip(one.rows, other.rows, strict=True):
            for cell, seen in zip(row[1:], shown[1:], strict=True):
                assert seen in {cell, f"<{least}" if 0 < cell < least else HIDDEN}
                assert (seen == f"<{least}") == (0 < cell < least)
                (told if seen == cell and cell else secret if 0 < cell < least else []).append(cell.who)
    for members in secret:
        assert rank([*told, members]) == rank(told) + 1, "somebody could compute it"


def rank(sets):
    """The rank of these sets as vectors over people, by schoolbook elimination."""
    rows = [[Fraction(one in members) for one in range(40)] for members in sets]
    found = 0
    for column in range(40):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            if row[column]:
                factor = row[column] / pivot[column]
                row[:] = [one - factor * other for one, other in zip(row, pivot, strict=True)]
        found += 1
    return found


def test_a_report_keeps_small_counts_back_in_every_table(ask):
    made = ask("situation", suppress=5)
    for one in made.tables:
        numbers = [cell for row in one.rows for cell in row[1:] if isinstance(cell, int)]
        assert not [number for number in numbers if 0 < number < 5], one.key
    assert {row["held"] for row in rows_of(made, "over_time")} & {"<5"}


def test_the_same_question_is_kept_back_in_the_same_way(ask):
    assert ask("situation", suppress=3).as_json() == ask("situation", suppress=3).as_json()


def test_small_numbers_of_the_withheld_are_not_told_either(ask):
    assert "no publication basis" in str(ask("situation").prepared.manifest.lines())
    made = ask("situation", suppress=5)
    assert "people" not in made.prepared.manifest.withheld
    assert made.prepared.manifest.population == ()
    assert ask("situation").prepared.manifest.asked is not None
    about = dict(made.prepared.manifest.lines())["Population"]
    assert (made.prepared.manifest.asked, " of " in about) == (None, False)
    assert "no publication basis" not in str([table.notes for table in made.tables])


def test_the_researcher_is_told_that_people_in_a_list_can_be_counted(ask):
    assert ask("women", suppress=5).remarks == (CAN_BE_COUNTED,)
    assert ask("women").remarks == ask("situation", suppress=5).remarks == ()


def test_a_small_count_is_said_in_the_language_of_the_report(ask):
    assert "کمتر از ۵" in {
        row["figure"] for row in rows_of(ask("situation", lang=Lang.FA, suppress=5), "key_figures")
    }


def test_how_well_a_figure_is_known_gives_nobody_away(ask):
    kinds = {cell.kind for row in ask("situation").tables[1].rows for cell in row[1:]}
    assert kinds == {"at least", "persons", "at most"}
