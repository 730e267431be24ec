"""Sentence cases: components, the judgment's date, the enforceable term in words, a sentence of explanation."""

from __future__ import annotations

import pytest

from tests.law.making import AFTER_2020, BEFORE_2013, UNDER_2013

ONLY_THE_HEAVIEST = "punishments of one judgment are not added: only the heaviest is enforceable"
NEXT_UP = "becomes the enforceable one, and the time already served is credited to it"
COUNTS_AS_ENFORCED = "count as enforcement: after S-1 the next heaviest does not come up"
ADDED_BEFORE = "so every offence keeps a punishment of its own"

PUBLISHED = [
    ("three terms, the longest with half a month", "8 m | 1 y 40 d | 2 y 7.5 m", AFTER_2020,
     "2 years and 7½ months", "2 years and 7½ months for S-3 (art. 134 (e)"),
    ("five years and one, only the longer is served", "5 y | 1 y", AFTER_2020, "5 years", "5 years for S-1"),
    ("assembly and propaganda of January 2018", "5 y | 1 y", UNDER_2013, "5 years",
     "5 years for S-1 (art. 134 of the Islamic Penal Code 1392, text of 2013)"),
    ("announced far above, must serve seven", "7 y | 5 y | 3 y 6 m | 2 y | 1 y 1 m", UNDER_2013, "7 years",
     "added up 18 years and 7 months"),
    ("a group of 2014, at most seven and a half each", "7 y 6 m | 5 y | 3 y | 91 d degree:6", UNDER_2013,
     "7 years and 6 months", ONLY_THE_HEAVIEST),
    ("a total of the press in decimals", "? 18.6 years", AFTER_2020, "cannot be computed",
     "“18.6 years” (S-1) is kept as it was announced"),
    ("a total of the press beside a real term", "? 127 years in all | 5 y", UNDER_2013, "cannot be computed",
     "because the length of S-1 is not recorded"),
]  # fmt: skip

ONE_TERM = [
    ("one term", "5 y", AFTER_2020, "5 years", "Announced: 5 years."),
    ("one term without a date", "5 y", None, "5 years", "Enforceable: 5 years."),
    ("one term of an unknown class", "5 y unclassed", None, "5 years", "Enforceable: 5 years."),
    ("91 days", "91 d degree:?", UNDER_2013, "91 days", "Enforceable: 91 days."),
    ("half a month", "half a month", AFTER_2020, "half a month", "Enforceable: half a month."),
    ("a year and forty days stay what they are", "1 y 40 d", AFTER_2020, "1 year and 40 days", "40 days"),
    ("fifteen months stay within their year", "15 m", AFTER_2020, "1 year and 3 months", "Announced: 15 months."),
    ("for life", "life", AFTER_2020, "life imprisonment", "Enforceable: life imprisonment."),
    ("one term that has been served", "2 y served", AFTER_2020, "2 years", "S-1, 2 years, has been served"),
    ("one term upheld", "2 y upheld", AFTER_2020, "2 years", "Enforceable: 2 years."),
    ("no prison at all", "74 lashes", AFTER_2020, "no time to serve", "The judgment holds no prison term"),
    ("an acquittal", "", AFTER_2020, "no time to serve", "The judgment holds no prison term"),
]  # fmt: skip

SEVERAL = [
    ("equal terms", "5 y | 5 y", AFTER_2020, "5 years", ONLY_THE_HEAVIEST),
    ("sixty months weigh as five years", "5 y | 61 m", AFTER_2020, "5 years and 1 month", "for S-2"),
    ("days against months", "2 m | 70 d", AFTER_2020, "70 days", "for S-2"),
    ("a year against 364 days", "1 y | 364 d", AFTER_2020, "1 year", "1 year for S-1"),
    ("a year against 367 days", "1 y | 367 d", AFTER_2020, "367 days", "367 days for S-2"),
    ("a month against thirty days depends", "1 m degree:6 | 30 d degree:6", AFTER_2020, "1 month",
     "Whether S-1 or S-2 is longer depends on the months in which they are served"),
    ("half a month decides", "7 m | 7.5 m", AFTER_2020, "7½ months", "7½ months for S-2"),
    ("life absorbs", "life | 10 y | 5 y", AFTER_2020, "life imprisonment", "life imprisonment for S-1"),
    ("seven terms", "1 y | 2 y | 3 y | 4 y | 5 y | 6 y | 7 y", AFTER_2020, "7 years", "added up 28 years"),
    ("heaviest in the middle", "1 y | 11 y | 10 y", AFTER_2020, "11 years", "11 years for S-2"),
]  # fmt: skip

LAW_OF_THE_DATE = [
    ("before the code of 1392 all are added", "5 y | 1 y", BEFORE_2013, "6 years", ADDED_BEFORE),
    ("the eve of the code of 1392", "5 y | 1 y", "2013-06-11", "6 years", ADDED_BEFORE),
    ("the first day of the code of 1392", "5 y | 1 y", "2013-06-12", "5 years", "text of 2013"),
    ("the eve of the text of 2020", "5 y | 1 y", "2020-05-11", "5 years", "text of 2013"),
    ("the first day of the text of 2020", "5 y | 1 y", "2020-05-12", "5 years", "text of 12 May 2020"),
    ("23 Ordibehesht 1399", "5 y | 1 y", "۱۳۹۹/۰۲/۲۳", "5 years", "text of 12 May 2020"),
    ("a year with two texts that agree", "5 y | 1 y", "2020", "5 years", "Enforceable: 5 years."),
    ("a year in which the code changed", "5 y | 1 y", "2013", "5 years to 6 years",
     "because the judgment may have been given before or after the law changed"),
    ("no date", "5 y | 1 y", None, "5 years to 6 years", "because the date of the judgment is not recorded"),
    ("degree 8 is added in 2018", "5 y | 3 m degree:8", UNDER_2013, "5 years and 3 months",
     "Offences of degree 7 or 8 are added to the others under the text of 2013: 3 months for S-2"),
    ("two of degree 7 are added in 2018", "6 m degree:7 | 4 m degree:7", UNDER_2013, "10 months",
     "6 months + 4 months for S-1, S-2"),
    ("degree 8 is absorbed in 2021", "5 y | 3 m degree:8", AFTER_2020, "5 years", ONLY_THE_HEAVIEST),
    ("a short term whose degree is not recorded", "5 y | 3 m degree:?", UNDER_2013,
     "5 years to 5 years and 3 months", "because the degree of the offence of S-2 is not recorded"),
    ("a term of seven months is above degree 7", "5 y | 7 m degree:?", UNDER_2013, "5 years", ONLY_THE_HEAVIEST),
    ("before 2013 a pardon only takes its own term", "5 y pardoned | 1 y", BEFORE_2013, "1 year",
     "S-1, 5 years, was pardoned"),
]  # fmt: skip

CLASSES = [
    ("hadd and ta'zir are added", "5 y hadd | 1 y", AFTER_2020, "6 years",
     "Hadd and qisas absorb nothing and are not absorbed: 5 years for S-1 is added"),
    ("hadd beside several ta'zir", "1 y hadd | 5 y | 2 y", AFTER_2020, "6 years", "1 year for S-1 is added"),
    ("qisas and ta'zir are added", "3 y qisas | 1 y", AFTER_2020, "4 years", "3 years for S-1 is added"),
    ("a class that is not recorded", "5 y | 1 y unclassed", AFTER_2020, "5 years to 6 years",
     "because it is not recorded whether S-2 is hadd, qisas or ta'zir"),
    ("life hadd beside a term", "life hadd | 2 y", AFTER_2020, "life imprisonment", "life imprisonment for S-1"),
    ("life of an unknown class", "life unclassed | 2 y", AFTER_2020, "life imprisonment", "Enforceable: life"),
    ("death and prison", "death hadd | 5 y", AFTER_2020, "5 years",
     "A death sentence stands (S-1); it is flagged and not added to any term"),
    ("death alone", "death hadd upheld", AFTER_2020, "no time to serve", "A death sentence stands (S-1)"),
    ("death quashed", "death hadd quashed | 5 y", AFTER_2020, "5 years", "S-1, death, was quashed"),
    ("titles of one act in 2010", "3 y act:a | 2 y act:a | 1 y", BEFORE_2013, "4 years",
     "S-1, S-2 are titles of one single act, of which only the heaviest counts (art. 131"),
    ("titles of one act in 2021", "3 y act:a | 2 y act:a", AFTER_2020, "3 years", "titles of one single act"),
    ("hadd titles of one act are not merged", "3 y hadd act:a | 2 y hadd act:a", AFTER_2020, "5 years",
     "3 years + 2 years for S-1, S-2 is added"),
]  # fmt: skip

MODIFIERS = [
    ("a part suspended", "5 y suspended:2 y", AFTER_2020, "3 years",
     "Of S-1, 2 years is suspended and 3 years is to be served (art. 46"),
    ("months suspended of a year", "1 y suspended:3 m", AFTER_2020, "9 months", "9 months is to be served"),
    ("the heaviest partly suspended", "5 y suspended:4 y 6 m | 1 y", AFTER_2020, "6 months", COUNTS_AS_ENFORCED),
    ("wholly suspended", "2 y suspended", AFTER_2020, "no time to serve",
     "nothing of it is served unless the suspension is revoked"),
    ("the heaviest suspended", "5 y suspended | 1 y", AFTER_2020, "no time to serve", COUNTS_AS_ENFORCED),
    ("the heaviest suspended in 2018", "5 y suspended | 1 y", UNDER_2013, "no time to serve",
     "advisory opinions on the text of 2013"),
    ("the lighter suspended", "5 y | 1 y suspended", AFTER_2020, "5 years", "5 years for S-1"),
    ("of two equal terms one suspended", "5 y suspended | 5 y", AFTER_2020, "5 years", "5 years for S-2"),
    ("the heaviest pardoned", "5 y pardoned | 1 y", AFTER_2020, "no time to serve", COUNTS_AS_ENFORCED),
    ("the lighter pardoned", "5 y | 1 y pardoned", AFTER_2020, "5 years", "S-2, 1 year, was pardoned"),
    ("the heaviest reduced below the next", "5 y reduced to:6 m | 1 y", AFTER_2020, "1 year", NEXT_UP),
    ("the heaviest reduced, still the heaviest", "5 y reduced to:4 y | 1 y", AFTER_2020, "4 years",
     "S-1 was reduced from 5 years to 4 years"),
    ("a quarter less for giving up the appeal", "5 y reduced to:3 y 9 m", AFTER_2020, "3 years and 9 months",
     "S-1 was reduced from 5 years to 3 years and 9 months"),
    ("the heaviest quashed", "5 y quashed | 1 y | 2 y", AFTER_2020, "2 years", NEXT_UP),
    ("the heaviest quashed in 2018", "5 y quashed | 1 y", UNDER_2013, "1 year", "text of 2013"),
    ("the lighter quashed", "5 y | 1 y quashed", AFTER_2020, "5 years", "S-2, 1 year, was quashed"),
    ("all quashed", "5 y quashed | 1 y quashed", AFTER_2020, "no time to serve", "S-1, 5 years, was quashed"),
    ("reduced without saying to what", "5 y reduced | 1 y", AFTER_2020, "cannot be computed",
     "because it is not recorded what S-1 was reduced or commuted to"),
    ("reduced to something longer", "1 y reduced to:5 y", AFTER_2020, "cannot be computed",
     "S-1 is said to be reduced from 1 year to 5 years, which is longer"),
    ("more suspended than there is", "1 y suspended:2 y", AFTER_2020, "cannot be computed",
     "of S-1 2 years are said to be suspended, which is more than 1 year"),
    ("death commuted by pardon to life", "death hadd commuted becomes:life, by:pardon", AFTER_2020,
     "life imprisonment", "S-1 was commuted by pardon from death to life imprisonment"),
    ("death commuted by pardon to ten years", "death commuted to:10 y, by:pardon | 2 y", AFTER_2020, "10 years",
     COUNTS_AS_ENFORCED),
    ("death reduced on appeal to life", "death hadd reduced becomes:life", AFTER_2020, "life imprisonment",
     "S-1 was reduced from death to life imprisonment"),
    ("commuted by a court below the next", "5 y commuted to:6 m, by:court | 1 y", AFTER_2020, "1 year", NEXT_UP),
    ("commuted by pardon below the next", "5 y commuted to:6 m, by:pardon | 1 y", AFTER_2020, "6 months",
     COUNTS_AS_ENFORCED),
    ("commuted by nobody knows whom", "5 y commuted to:6 m | 1 y", AFTER_2020, "6 months to 1 year",
     "because it is not recorded whether S-1 was commuted by pardon or by a court"),
    ("commuted to a fine", "2 y commuted becomes:fine", AFTER_2020, "no time to serve", "to no time to serve"),
    ("commuted to prison of no known length", "life commuted becomes:prison", AFTER_2020, "cannot be computed",
     "it is not recorded what S-1 was reduced or commuted to"),
    ("life with a suspended part", "life suspended:2 y", AFTER_2020, "life imprisonment", "Enforceable: life"),
    ("lashes stand beside", "5 y | 1 y | 74 lashes", AFTER_2020, "5 years",
     "Beside the prison term stand: lashes, 74; whether art. 134 absorbs any of them is not decided here"),
    ("exile stands beside", "5 y | 2 y exile", AFTER_2020, "5 years", "2 years; whether"),
    ("a quashed exile does not", "5 y | 2 y exile quashed", AFTER_2020, "5 years", "Enforceable: 5 years."),
]  # fmt: skip

CASES = [
    pytest.param(text, given, term, sentence, id=name)
    for name, text, given, term, sentence in PUBLISHED
    + ONE_TERM
    + SEVERAL
    + LAW_OF_THE_DATE
    + CLASSES
    + MODIFIERS
]
