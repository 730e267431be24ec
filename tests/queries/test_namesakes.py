"""Who is looked at as a pair: everybody of an alike name, but of a common name only those who share a fact."""

from prisoners.queries.facts import Facts
from prisoners.queries.namesakes import Namesakes


def people(*facts: Facts) -> dict[int, Facts]:
    for number, one in enumerate(facts, start=1):
        one.id = number
    return {one.id: one for one in facts}


def named(name: str, **facts: object) -> Facts:
    return Facts(names=[name], **facts)  # type: ignore[arg-type]


def test_one_name_in_two_scripts_makes_a_pair() -> None:
    assert Namesakes(people(named("Neda Zarbafi"), named("ندا زربافی"))).pairs() == {(1, 2)}


def test_another_name_makes_none() -> None:
    assert Namesakes(people(named("Neda Zarbafi"), named("Sara Kohandel"))).pairs() == set()


def test_a_person_is_no_pair_with_themselves() -> None:
    both = Facts(names=["Neda Zarbafi", "Neda Zarbafi Asl"])
    assert Namesakes(people(both)).pairs() == set()


def test_the_unknown_have_no_namesakes() -> None:
    found = Namesakes(people(named("Unknown"), named("ناشناس"), Facts()))
    assert found.pairs() == set()
    assert found.sharing(1) == 0


def test_a_word_left_out_makes_a_pair() -> None:
    assert Namesakes(people(named("Neda Zarbafi"), named("Neda Zarbafi Asl"))).pairs() == {(1, 2)}


def test_two_words_as_one_make_a_pair() -> None:
    assert Namesakes(people(named("Neda Zarrin Ghalam"), named("Neda Zarringhalam"))).pairs() == {(1, 2)}


def test_a_slip_in_one_word_makes_a_pair() -> None:
    assert Namesakes(people(named("Neda Zarbafi"), named("Neda Zarbavi"))).pairs() == {(1, 2)}


def test_a_quite_different_consonant_makes_none() -> None:
    assert Namesakes(people(named("Neda Karimi"), named("Neda Kasimi"))).pairs() == set()


def test_of_a_common_name_only_those_who_share_a_fact_are_paired() -> None:
    crowd = [named("Mohammad Karimi", father=f"B{letter}r") for letter in "bdfghjklm"]
    crowd += [named("Mohammad Karimi"), named("Mohammad Karimi", born=("1980-01-01", "1990-12-31"))]
    crowd += [named("Mohammad Karimi", father="Bbr"), named("محمد کریمی", born=("1985-03-04", "1985-03-04"))]
    crowd += [
        named("Muhammad Kareemi", born=("1985-01-01", "1985-12-31"), arrests={("2022-09-20", "2022-09-20")})
    ]
    crowd += [named("Mohammad Karimi", arrests={("2022-09-01", "2022-09-30")})]
    assert Namesakes(people(*crowd)).pairs() == {(1, 12), (13, 14), (14, 15)}


def test_two_common_names_that_are_alike_are_paired_by_a_fact_too() -> None:
    crowd = [named("Neda Zarbafi") for _ in range(9)] + [named("Neda Zarbavi") for _ in range(9)]
    crowd[3].father = crowd[12].father = "Ali"
    pairs = Namesakes(people(*crowd)).pairs()
    assert (4, 13) in pairs
    assert (1, 10) not in pairs


def test_one_foreign_number_makes_a_pair_whatever_the_names() -> None:
    numbers = {("list", "5081")}
    crowd = people(named("Neda Zarbafi", numbers=numbers), named("Sara Kohandel", numbers=numbers))
    assert Namesakes(crowd).pairs() == {(1, 2)}


def test_how_many_share_a_name() -> None:
    found = Namesakes(people(named("Neda Zarbafi"), named("ندا زربافی"), named("Sara Kohandel")))
    assert (found.sharing(1), found.sharing(3)) == (2, 1)
