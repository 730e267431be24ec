"""The register of the closed lists."""

from __future__ import annotations

import importlib
import subprocess
import sys
from enum import StrEnum

import pytest

from prisoners import vocabulary
from prisoners.errors import UnknownList
from prisoners.vocabulary import ENUM_NAMES, CustodyStatus, codes, enum_named, list_name
from prisoners.vocabulary.lists import AGGREGATES, HOMES, SUBJECTS

LISTS = sorted(ENUM_NAMES)


def enums_written_in(subject):
    module = importlib.import_module(f"prisoners.vocabulary.{subject}")
    return {
        name
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_register_names_every_list_of_a_subject_and_no_other(subject):
    assert enums_written_in(subject) == set(SUBJECTS[subject])


def test_the_package_offers_what_the_register_names():
    assert set(HOMES) <= set(vocabulary.__all__)
    assert all(hasattr(vocabulary, name) for name in vocabulary.__all__)
    assert len(set(vocabulary.__all__)) == len(vocabulary.__all__)


def test_the_sums_of_statuses_are_at_hand_too():
    assert all(isinstance(getattr(vocabulary, name), frozenset) for name in AGGREGATES)


@pytest.mark.parametrize("code_list", LISTS)
def test_a_list_says_what_it_is_for(code_list):
    said = vars(enum_named(code_list))["__doc__"]
    assert said.rstrip().endswith(".")
    assert said != StrEnum.__doc__


@pytest.mark.parametrize("code_list", LISTS)
def test_codes_are_stable_words_without_spaces_and_named_after_themselves(code_list):
    for name, member in enum_named(code_list).__members__.items():
        assert name == member.value.upper()
        assert member.value.replace("_", "").isalnum()
        assert member.value.isascii()
        assert member.value in {member.value.lower(), member.value.upper()}


@pytest.mark.parametrize("code_list", LISTS)
def test_no_code_stands_twice_in_a_list(code_list):
    assert len(enum_named(code_list)) == len(enum_named(code_list).__members__)


def test_the_name_of_a_list_is_the_name_of_its_column():
    assert list_name("CustodyStatus") == "custody_status"
    assert enum_named("custody_status") is CustodyStatus
    assert codes("life_state") == ("alive", "dead", "unknown")


def test_an_unknown_list_names_those_there_are():
    with pytest.raises(UnknownList) as raised:
        enum_named("custody")
    assert "custody_status" in raised.value.hint
    assert raised.value.exit_code == 3


def test_an_unknown_name_is_no_part_of_the_vocabulary():
    with pytest.raises(AttributeError, match="Custodystatus"):
        vocabulary.Custodystatus  # noqa: B018


def test_asking_for_one_list_loads_its_subject_only():
    script = (
        "import sys, prisoners.vocabulary as v\n"
        "assert not [m for m in sys.modules if m.endswith(('custody', 'events', 'justice', 'reading'))]\n"
        "v.CustodyStatus\n"
        "print([m for m in sys.modules if m.startswith('prisoners.vocabulary.')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = done.stdout
    assert "prisoners.vocabulary.custody" in loaded
    assert "prisoners.vocabulary.events" not in loaded
    assert "prisoners.vocabulary.justice" not in loaded
