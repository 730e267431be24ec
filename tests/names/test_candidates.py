"""Who may be meant by a name: those who share its rarer sounds, also with a slip of the pen."""

from __future__ import annotations

from prisoners.names.candidates import SOUNDS, candidates, slips_of
from prisoners.names.letters import LATIN_SOUNDS, PERSIAN_SOUNDS
from prisoners.names.sounds import skeleton
from tests.names.test_spellings import Shelf


def shelf(*names: str) -> Shelf:
    return Shelf(enumerate(names))


def test_who_shares_more_and_rarer_words_stands_first() -> None:
    names = shelf("Ali Karimi", "Ali Zarbafi", "Neda Zarbafi", *["Ali Moradi"] * 20)
    assert candidates("علی زربافی", names)[:2] == [1, 2]


def test_a_slip_is_still_a_candidate() -> None:
    assert 0 in candidates("Neda Zarbagi", shelf("Neda Zarbafi", "Sara Karimi"))


def test_a_name_with_the_same_consonants_is_a_candidate_too() -> None:
    assert candidates("محمد", shelf("Mahmoud", "Mohammad")) == [1, 0]


def test_nobody_is_a_candidate_for_an_unknown_person() -> None:
    assert candidates("Unknown", shelf("Unknown", "Neda")) == []


def test_no_more_candidates_than_asked_for() -> None:
    assert len(candidates("Ali", shelf(*["Ali Karimi"] * 30), limit=7)) == 7


def test_of_those_who_share_as_much_the_first_stand_first() -> None:
    assert candidates("Ali", shelf(*["Ali Karimi"] * 30), limit=3) == [0, 1, 2]


def test_a_word_that_everybody_bears_is_not_read_when_rarer_ones_suffice() -> None:
    asked: list[str] = []

    class Crowd(Shelf):
        def counts(self, keys: list[str]) -> list[tuple[str, int]]:
            return [(key, 50_000 if key.startswith("=") else 1) for key in keys if key in self.keys]

        def holders(self, keys: list[str]) -> list[tuple[str, int]]:
            asked.extend(keys)
            return list(super().holders(keys))

    assert candidates("Ali Zarbafy", Crowd(enumerate(["Ali Zarbafi", "Ali Karimi"]))) == [0]
    assert not any(key.startswith("=") and "l" in key for key in asked)


def test_slips_that_too_many_bear_are_not_read() -> None:
    class Crowd(Shelf):
        def counts(self, keys: list[str]) -> list[tuple[str, int]]:
            return [(key, 5_000) for key in keys if key in self.keys]

    assert candidates("Zarbagi", Crowd(enumerate(["Zarbafi"]))) == []


def test_a_slip_leaves_out_puts_in_puts_for_another_or_exchanges() -> None:
    assert {"rbf", "zrbfn", "zrbk", "rzbf"} <= slips_of("zrbf")
    assert "zrbf" not in slips_of("zrbf")


def test_a_single_sound_has_no_slips() -> None:
    assert slips_of("r") == set()


def test_every_sound_of_a_skeleton_can_slip() -> None:
    bones = {
        skeleton(sound + sound) for sound in {*PERSIAN_SOUNDS.values(), *LATIN_SOUNDS.values(), "x", "S", "Z"}
    }
    assert {sound for bone in bones for sound in bone} <= set(SOUNDS)
