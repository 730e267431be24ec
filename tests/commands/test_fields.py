"""What can be typed: every field of a record can be reached, and nothing private is ever an option."""

from __future__ import annotations

from prisoners.actions.facts import column_of
from prisoners.actions.rows import record_of
from prisoners.actions.verbs import VERBS
from prisoners.actions.whole import LEFT_OUT, fields_of
from prisoners.commands.fields import FIELDS
from prisoners.commands.menu import MENU, load
from prisoners.records.columns import Choice, Day, Flag, Line
from prisoners.reference import reference_list
from prisoners.vocabulary.lists import list_name

READ_BY_VERBS = {"changed_from", "term", "suspended_term", "reduced_to", "reported_term"}
POSITIONAL = {
    ("names", "text"),
    ("activities", "activity"),
    ("external_ids", "list_name"),
    ("external_ids", "number"),
    ("citations", "about_table"),
    ("citations", "about_row"),
    ("files", "path"),
    ("files", "sha256"),
}
UNITS_OF_A_TERM = {
    f"{part}{unit}"
    for part in ("", "suspended_", "reduced_", "reported_")
    for unit in ("years", "months", "half_month", "days")
}


def typed_columns(table):
    """Column → field, for every field that can be typed."""
    return {
        column_of(table, name).name: field
        for name, field in FIELDS[table].items()
        if name not in READ_BY_VERBS
    }


def levels():
    return {(row["table"], row["column"]): row["level"] for row in reference_list("privacy")}


def test_every_field_is_one_of_its_record():
    for table, fields in FIELDS.items():
        columns = typed_columns(table)
        assert len(columns) + len(READ_BY_VERBS & fields.keys()) == len(fields), table


def test_every_column_can_be_typed():
    unreachable = {
        (table, column)
        for table in FIELDS
        for column in fields_of(table).values()
        if column not in typed_columns(table)
    } - POSITIONAL
    assert {(table, column) for table, column in unreachable if column not in UNITS_OF_A_TERM} == {
        ("charges", "instead_of"),  # typed as changed_from
        ("citations", "prisoner_id"),
        ("consents", "withdrawn_on"),  # typed when it is taken back
        ("events", "place"),  # typed as the prison
    }
    assert {"withdrawn", "merged_into"} <= LEFT_OUT


def test_days_codes_and_flags_are_typed_as_what_their_columns_are():
    for table in FIELDS:
        for column, field in typed_columns(table).items():
            kind = record_of(table).__table__.columns[column].type
            codes = list_name(kind.choices.__name__) if isinstance(kind, Choice) else ""
            assert (field.day, field.flag, field.codes) == (
                isinstance(kind, Day),
                isinstance(kind, Flag),
                codes,
            ), (table, column)


def test_what_is_sealed_and_every_internal_text_is_never_an_option():
    level = levels()
    for table in FIELDS:
        for column, field in typed_columns(table).items():
            words = isinstance(record_of(table).__table__.columns[column].type, Line)
            if words and level[table, column] in ("internal", "sealed"):
                assert field.private, (table, column)


def options_of(command, path=()):
    """Every option of a command and of the commands below it, with the path to it."""
    for option in command.params:
        yield (*path, command.name), option
    for name in getattr(command, "commands", {}):
        yield from options_of(command.commands[name], (*path, command.name or ""))


def test_no_command_has_an_option_for_what_is_private():
    private = {
        name.replace("_", "-")
        for fields in FIELDS.values()
        for name, field in fields.items()
        if field.private
    }
    public = {
        name.replace("_", "-")
        for fields in FIELDS.values()
        for name, field in fields.items()
        if not field.private
    }
    for entry in MENU:
        if entry.section == "Enter":
            for path, option in options_of(load(entry)):
                words = {word.removeprefix("--") for word in option.opts}
                assert not words & (private - public - {"ask"}), path


def test_every_command_has_its_verbs_and_says_what_it_does():
    assert VERBS.keys() >= FIELDS.keys()
    for entry in MENU:
        if entry.section == "Enter":
            command = load(entry)
            assert command.help, entry.name
            assert all(below.help for below in getattr(command, "commands", {}).values()), entry.name


def test_something_is_said_of_every_field():
    assert all(field.says for fields in FIELDS.values() for field in fields.values())
