"""The lists that people who do not program own: whole, well formed, and saying where each fact is from."""

from __future__ import annotations

import re

import pytest

from prisoners.reference import data_folder, reference_list
from prisoners.vocabulary import (
    Activity,
    Authority,
    CourtKind,
    PrisonKind,
    PunishmentClass,
    SentenceKind,
    codes,
    folded,
    label,
)

OFFENCES = reference_list("offences")
LAWS = reference_list("laws")
PRISONS = reference_list("prisons")
COURTS = reference_list("courts")
AUTHORITIES = reference_list("authorities")
PROVINCES = reference_list("provinces")
ACTIVITIES = reference_list("activities")

LISTS = {
    "labels": reference_list("labels"),
    "offences": OFFENCES,
    "laws": LAWS,
    "prisons": PRISONS,
    "courts": COURTS,
    "authorities": AUTHORITIES,
    "provinces": PROVINCES,
    "activities": ACTIVITIES,
    "headings": reference_list("headings"),
    "list_statuses": reference_list("list_statuses"),
    "also_called": reference_list("also_called"),
}
DATES = (
    "valid_from",
    "valid_to",
    "valid_until",
    "adopted",
    "in_force",
    "opened_on",
    "closed_on",
    "since",
    "until",
)
TERMS = ("min_years", "min_months", "min_days", "max_years", "max_months", "max_days")


def article(row):
    """How an article is cited: `IPC75-499 bis`."""
    return f"{row['law']}-{row['article']}" + (" bis" if row["bis"] else "")


def split(cell):
    return [part for part in cell.split(";") if part]


def called(row, *columns):
    """Everything a row answers to, folded."""
    return {folded(name) for column in columns for name in split(row[column])}


def answering(rows, word, key):
    columns = ("name_en", "name_fa", "aliases_en", "aliases_fa")
    return {key(row) for row in rows if folded(word) in called(row, *columns)}


def days(row, edge):
    year, month, day = (int(row[f"{edge}_{unit}"] or 0) for unit in ("years", "months", "days"))
    return year * 365 + month * 30 + day


# Every list


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_clean_text(name):
    raw = (data_folder() / "reference" / f"{name}.csv").read_bytes()
    text = raw.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not re.search("[\u064a\u0643\u0629\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_every_cell_and_none_has_space_at_its_ends(name):
    for row in LISTS[name]:
        assert None not in row
        assert None not in row.values()
        for column, cell in row.items():
            assert cell == cell.strip(), (row, column)
            assert not cell.startswith(("=", "+", "@")), (row, column)


@pytest.mark.parametrize("name", LISTS)
def test_dates_are_as_precise_as_they_are_known(name):
    for row in LISTS[name]:
        for column in DATES:
            assert re.fullmatch(
                r"((19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?", row.get(column, "")
            ), row


@pytest.mark.parametrize("name", ["prisons", "courts", "authorities", "provinces", "activities", "laws"])
def test_no_code_stands_twice(name):
    found = [row["code"] for row in LISTS[name]]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ["offences", "prisons", "courts", "authorities", "provinces", "activities"])
def test_every_row_has_its_name_in_both_scripts(name):
    for row in LISTS[name]:
        assert re.search("[a-zA-Z]", row["name_en"]), row
        assert re.search("[\u0600-\u06ff]", row["name_fa"]), row
        assert not re.search("[\u0600-\u06ff]", row["name_en"] + row["aliases_en"]), row


@pytest.mark.parametrize("name", ["offences", "prisons", "courts", "authorities", "activities"])
def test_no_row_repeats_its_own_name_among_its_aliases(name):
    for row in LISTS[name]:
        for script in ("en", "fa"):
            names = [row[f"name_{script}"], *split(row[f"aliases_{script}"])]
            assert len(names) == len(set(names)), row


@pytest.mark.parametrize("name", ["offences", "prisons", "courts", "authorities", "laws"])
def test_a_fact_is_confirmed_or_says_that_it_is_not(name):
    for row in LISTS[name]:
        assert row["unconfirmed"] in {"0", "1"}, row
        if "[K]" in row["source"]:
            assert row["unconfirmed"] == "1", row


def test_what_is_only_general_knowledge_says_so():
    assert all(row["unconfirmed"] == "1" for row in PRISONS if "general knowledge" in row["note"])


@pytest.mark.parametrize("name", ["offences", "laws"])
def test_every_row_of_the_law_names_its_source(name):
    assert not [row for row in LISTS[name] if not row["source"]]


# Offences


def test_no_article_has_two_texts_at_the_same_time():
    versions: dict[str, list[tuple[str, str]]] = {}
    for row in OFFENCES:
        span = (row["valid_from"] or "0001", row["valid_until"] or "9999")
        versions.setdefault(article(row), []).append(span)
    for name, spans in versions.items():
        for earlier, later in zip(sorted(spans), sorted(spans)[1:], strict=False):
            assert earlier[1] < later[0], name


def test_an_offence_belongs_to_a_law_of_the_catalogue_and_to_its_year():
    laws = {row["code"]: row for row in LAWS}
    for row in OFFENCES:
        assert row["law"] in laws
        assert re.fullmatch(r"1[34]\d\d", row["year"])
        adopted = laws[row["law"]]["adopted"]
        assert int(adopted[:4]) - int(row["year"]) == 621, row


def test_no_offence_is_valid_before_its_law_was_adopted():
    adopted = {row["code"]: row["adopted"] for row in LAWS}
    assert not [row for row in OFFENCES if row["valid_from"] and row["valid_from"] < adopted[row["law"]]]


def test_classes_and_other_punishments_are_codes_of_the_lists():
    for row in OFFENCES:
        assert row["punishment_class"] in set(PunishmentClass)
        assert set(split(row["other_punishment"])) <= set(SentenceKind), row


def test_ranges_are_whole_numbers_and_the_least_is_not_above_the_greatest():
    for row in OFFENCES:
        assert all(row[column] == "" or row[column].isdigit() for column in (*TERMS, "max_lashes")), row
        assert days(row, "min") <= days(row, "max"), row


def test_hudud_carry_no_term_of_years():
    assert not [row for row in OFFENCES if row["punishment_class"] == "hadd" and any(row[c] for c in TERMS)]


@pytest.mark.parametrize(
    ("name", "least", "greatest"),
    [
        ("IPC75-498", "2 0 0", "10 0 0"),
        ("IPC75-499", "0 3 0", "5 0 0"),
        ("IPC75-499 bis", "0 6 0", "5 0 0"),
        ("IPC75-500", "0 3 0", "1 0 0"),
        ("IPC75-500 bis", "0 0 0", "5 0 0"),
        ("IPC75-501", "1 0 0", "10 0 0"),
        ("IPC75-502", "1 0 0", "5 0 0"),
        ("IPC75-503", "0 6 0", "3 0 0"),
        ("IPC75-504", "0 6 0", "10 0 0"),
        ("IPC75-505", "1 0 0", "10 0 0"),
        ("IPC75-506", "0 1 0", "0 6 0"),
        ("IPC75-508", "1 0 0", "10 0 0"),
        ("IPC75-510", "0 6 0", "3 0 0"),
        ("IPC75-511", "0 6 0", "2 0 0"),
        ("IPC75-512", "1 0 0", "5 0 0"),
        ("IPC75-513", "1 0 0", "5 0 0"),
        ("IPC75-514", "0 6 0", "2 0 0"),
        ("IPC75-515", "3 0 0", "10 0 0"),
        ("IPC75-607", "0 3 0", "3 0 0"),
        ("IPC75-609", "0 3 0", "0 6 0"),
        ("IPC75-610", "2 0 0", "5 0 0"),
        ("IPC75-611", "0 6 0", "3 0 0"),
        ("IPC75-618", "0 3 0", "1 0 0"),
        ("IPC75-638", "0 0 10", "0 2 0"),
        ("IPC75-639", "1 0 0", "10 0 0"),
        ("IPC75-697", "0 1 0", "1 0 0"),
        ("IPC75-698", "0 2 0", "2 0 0"),
        ("IPC92-288", "2 0 0", "15 0 0"),
        ("CCL88-14", "0 0 91", "2 0 0"),
        ("CCL88-16", "0 0 91", "2 0 0"),
        ("CCL88-17", "0 0 91", "2 0 0"),
        ("CCL88-18", "0 0 91", "2 0 0"),
        ("Esp1404-4", "2 0 0", "15 0 0"),
        ("Esp1404-5", "0 6 0", "10 0 0"),
    ],
)
def test_an_article_has_its_range(name, least, greatest):
    row = next(row for row in OFFENCES if article(row) == name)
    assert " ".join(row[f"min_{unit}"] or "0" for unit in ("years", "months", "days")) == least
    assert " ".join(row[f"max_{unit}"] or "0" for unit in ("years", "months", "days")) == greatest


@pytest.mark.parametrize("name", ["IPC75-609", "IPC75-618", "IPC75-638", "IPC75-697", "IPC75-698"])
def test_lashes_of_these_articles_end_at_seventy_four(name):
    assert next(row["max_lashes"] for row in OFFENCES if article(row) == name) == "74"


@pytest.mark.parametrize(
    "name", ["IPC92-220", "IPC92-262", "IPC92-279", "IPC92-282", "IPC92-286", "IPC92-287", "Esp1404-1"]
)
def test_these_articles_can_end_in_death(name):
    row = next(row for row in OFFENCES if article(row) == name)
    assert "death" in split(row["other_punishment"])


@pytest.mark.parametrize("number", range(1, 10))
def test_the_espionage_law_of_1404_is_in_force_from_its_day_and_not_before(number):
    row = next(row for row in OFFENCES if article(row) == f"Esp1404-{number}")
    assert row["valid_from"] == "2025-10-08"


@pytest.mark.parametrize("name", ["IPC75-609", "IPC75-697"])
def test_what_the_law_of_1399_reduced_has_an_older_and_a_newer_text(name):
    older, newer = sorted(
        (row for row in OFFENCES if article(row) == name), key=lambda row: row["valid_from"]
    )
    assert (older["valid_until"], newer["valid_from"]) == ("2020-05-11", "2020-05-12")
    assert days(newer, "max") < days(older, "max")
    assert (older["unconfirmed"], newer["unconfirmed"]) == ("1", "1")


@pytest.mark.parametrize(
    "name",
    [f"IPC75-{n}" for n in (503, 504, 505, 506, 508, 510, 511, 512, 607, 609, 611)]
    + ["IPC92-220", "Hijab1403-—"]
    + [f"Esp1404-{n}" for n in range(2, 10)],
)
def test_what_is_not_confirmed_is_marked(name):
    assert {row["unconfirmed"] for row in OFFENCES if article(row) == name} == {"1"}


@pytest.mark.parametrize(
    "name",
    [
        "IPC75-498",
        "IPC75-499",
        "IPC75-500",
        "IPC75-513",
        "IPC75-514",
        "IPC75-610",
        "IPC75-618",
        "IPC92-279",
        "IPC92-286",
    ],
)
def test_what_the_portals_say_alike_is_not_marked(name):
    assert {row["unconfirmed"] for row in OFFENCES if article(row) == name} == {"0"}


def test_no_wording_means_two_articles():
    meaning: dict[str, str] = {}
    for row in OFFENCES:
        for word in called(row, "name_en", "name_fa", "aliases_en", "aliases_fa"):
            assert meaning.setdefault(word, article(row)) == article(row), (word, row)


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("تشکیل یا ادارهٔ جمعیت به قصد برهم‌زدن امنیت کشور", "IPC75-498"),
        ("عضویت در گروه", "IPC75-499"),
        ("معاند نظام", "IPC75-499"),
        ("توهین به قومیت‌ها و ادیان", "IPC75-499 bis"),
        ("فعالیت تبلیغی علیه نظام", "IPC75-500"),
        ("تبلیغ علیه نظام", "IPC75-500"),
        ("propaganda against the state", "IPC75-500"),
        ("فعالیت آموزشی یا تبلیغی انحرافی", "IPC75-500 bis"),
        ("در اختیار گذاشتن اسرار", "IPC75-501"),
        ("جاسوسی به نفع دولت بیگانه", "IPC75-502"),
        ("ورود به مواضع", "IPC75-503"),
        ("همکاری با دول متخاصم", "IPC75-508"),
        ("تحریک مردم به جنگ و کشتار", "IPC75-512"),
        ("توهین به مقدسات", "IPC75-513"),
        ("توهین به رهبری", "IPC75-514"),
        ("insulting Khomeini", "IPC75-514"),
        ("سوءقصد به رهبر", "IPC75-515"),
        ("تمرد نسبت به مأمورین", "IPC75-607"),
        ("توهین به مأمور دولت", "IPC75-609"),
        ("اجتماع و تبانی", "IPC75-610"),
        ("اجتماع و تبانی به قصد اقدام علیه امنیت کشور", "IPC75-610"),
        ("اجتماع و تبانی به قصد ارتکاب جرم علیه امنیت کشور", "IPC75-610"),
        ("assembly and collusion", "IPC75-610"),
        ("اجتماع و تبانی علیه اعراض", "IPC75-611"),
        ("اخلال در نظم و آسایش عمومی", "IPC75-618"),
        ("تظاهر به عمل حرام", "IPC75-638"),
        ("نداشتن حجاب", "IPC75-638"),
        ("no hijab", "IPC75-638"),
        ("تشویق به فساد و فحشا", "IPC75-639"),
        ("افترا", "IPC75-697"),
        ("نشر اکاذیب", "IPC75-698"),
        ("سبّ‌النبی", "IPC92-262"),
        ("سب النبی", "IPC92-262"),
        ("محاربه", "IPC92-279"),
        ("moharebeh", "IPC92-279"),
        ("نفی بلد", "IPC92-282"),
        ("افساد فی‌الارض", "IPC92-286"),
        ("افساد في الارض", "IPC92-286"),
        ("efsad-fel-arz", "IPC92-286"),
        ("corruption on earth", "IPC92-286"),
        ("بغی", "IPC92-287"),
        ("baghi", "IPC92-287"),
        ("armed rebellion", "IPC92-287"),
        ("ارتداد", "IPC92-220"),
        ("apostasy", "IPC92-220"),
        ("جرایم رایانه‌ای", "CCL88-14"),
        ("نشر اکاذیب در فضای مجازی", "CCL88-18"),
        ("746", "CCL88-18"),
        ("IPC75-746", "CCL88-18"),
        ("مادهٔ ۷۴۲", "CCL88-14"),
        ("تشدید مجازات جاسوسی", "Esp1404-1"),
        ("Starlink", "Esp1404-5"),
        ("sending videos", "Esp1404-4"),
        ("عفاف و حجاب", "Hijab1403-—"),
        ("جرم سیاسی", "PolCr1395-—"),
    ],
)
def test_the_wording_of_the_press_finds_the_article(wording, name):
    assert answering(OFFENCES, wording, article) == {name}


# Prisons


def test_kinds_provinces_and_successors_of_prisons_are_known():
    provinces = {row["code"] for row in PROVINCES}
    known = {row["code"] for row in PRISONS}
    for row in PRISONS:
        assert row["kind"] in set(PrisonKind)
        assert row["province"] in provinces | {""}
        assert row["successor"] in known | {""}
        assert row["successor"] != row["code"]


def test_a_prison_without_a_province_is_one_that_stands_in_many_or_nowhere():
    assert {row["code"] for row in PRISONS if not row["province"]} == {"agahi", "setad", "unknown"}


def test_no_name_means_two_prisons():
    meaning: dict[str, str] = {}
    for row in PRISONS:
        for word in called(row, "name_en", "name_fa", "aliases_en", "aliases_fa"):
            assert meaning.setdefault(word, row["code"]) == row["code"], (word, row["code"])


def test_every_ward_with_an_authority_names_a_known_one():
    for row in PRISONS:
        for ward in split(row["wards"]):
            holder = re.search(r"\((.+)\)$", ward)
            assert holder is None or holder.group(1) in set(Authority)


@pytest.mark.parametrize(
    "ward", ["209 (MOIS)", "240 (MOIS)", "241 (MOIS)", "2A (IRGC)", "325", "350", "4", "7", "8", "women"]
)
def test_evin_has_its_wards(ward):
    assert ward in split(next(row["wards"] for row in PRISONS if row["code"] == "evin"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Evin", "evin"),
        ("اوین", "evin"),
        ("زندان اوین", "evin"),
        ("Greater Tehran Penitentiary", "greater_tehran"),
        ("ندامتگاه تهران بزرگ", "greater_tehran"),
        ("Fashafouyeh", "greater_tehran"),
        ("Fashafuyeh", "greater_tehran"),
        ("Hassanabad-e Qom", "greater_tehran"),
        ("فشافویه", "greater_tehran"),
        ("Qarchak", "qarchak"),
        ("Shahr-e Rey", "qarchak"),
        ("Varamin women's", "qarchak"),
        ("قرچک", "qarchak"),
        ("ندامتگاه شهر ری", "qarchak"),
        ("Ghezel Hesar", "ghezel_hesar"),
        ("Qezelhesar", "ghezel_hesar"),
        ("قزل‌حصار", "ghezel_hesar"),
        ("قزل حصار", "ghezel_hesar"),
        ("Rajai Shahr", "rajai_shahr"),
        ("Rajaishahr", "rajai_shahr"),
        ("Gohardasht", "rajai_shahr"),
        ("رجایی‌شهر", "rajai_shahr"),
        ("رجائی شهر", "rajai_shahr"),
        ("گوهردشت", "rajai_shahr"),
        ("Karaj Central", "karaj_central"),
        ("Nedamatgah", "karaj_central"),
        ("ندامتگاه مرکزی کرج", "karaj_central"),
        ("Kachoui", "kachoui"),
        ("کچویی", "kachoui"),
        ("Kahrizak", "kahrizak"),
        ("کهریزک", "kahrizak"),
        ("Vakilabad", "vakilabad"),
        ("وکیل‌آباد", "vakilabad"),
        ("وكيل اباد", "vakilabad"),
        ("Tayabad", "tayabad"),
        ("Birjand", "birjand"),
        ("بیرجند", "birjand"),
        ("Zahedan Central", "zahedan"),
        ("زاهدان", "zahedan"),
        ("Chabahar", "chabahar"),
        ("چابهار", "chabahar"),
        ("Iranshahr", "iranshahr"),
        ("ایرانشهر", "iranshahr"),
        ("Zabol", "zabol"),
        ("زابل", "zabol"),
        ("Adelabad", "adelabad"),
        ("عادل‌آباد", "adelabad"),
        ("Pelak-e 100", "pelak_100"),
        ("Plak 100", "pelak_100"),
        ("پلاک صد", "pelak_100"),
        ("پلاک ۱۰۰", "pelak_100"),
        ("Nezam", "nezam"),
        ("نظام", "nezam"),
        ("Borazjan", "borazjan"),
        ("برازجان", "borazjan"),
        ("Bushehr", "bushehr"),
        ("Isfahan Central", "dastgerd"),
        ("Dastgerd", "dastgerd"),
        ("دستگرد", "dastgerd"),
        ("Dolatabad", "dolatabad"),
        ("Ahvaz Sheiban", "sheiban"),
        ("Ahvaz Central", "sheiban"),
        ("شیبان", "sheiban"),
        ("Sepidar", "sepidar"),
        ("سپیدار", "sepidar"),
        ("Karoon", "karoon"),
        ("کارون", "karoon"),
        ("Behbahan", "behbahan"),
        ("بهبهان", "behbahan"),
        ("Abadan", "abadan"),
        ("Mahshahr", "mahshahr"),
        ("Khorramabad Parsilon", "parsilon"),
        ("پارسیلون", "parsilon"),
        ("Dizelabad", "dizelabad"),
        ("دیزل‌آباد", "dizelabad"),
        ("Women's Kermanshah", "kermanshah_women"),
        ("Sanandaj", "sanandaj"),
        ("سنندج", "sanandaj"),
        ("Kamyaran", "kamyaran"),
        ("کامیاران", "kamyaran"),
        ("Marivan", "marivan"),
        ("Saqqez", "saqqez"),
        ("Urmia", "urmia"),
        ("Darya", "urmia"),
        ("ارومیه", "urmia"),
        ("Naqadeh", "naqadeh"),
        ("Mahabad", "mahabad"),
        ("Bukan", "bukan"),
        ("Khoy", "khoy"),
        ("Miandoab", "miandoab"),
        ("Tabriz", "tabriz"),
        ("تبریز", "tabriz"),
        ("Ardabil", "ardabil"),
        ("Zanjan", "zanjan"),
        ("زنجان", "zanjan"),
        ("Qazvin Choubindar", "choubindar"),
        ("چوبیندر", "choubindar"),
        ("Langarud", "langarud"),
        ("لنگرود", "langarud"),
        ("Arak", "arak"),
        ("Semnan", "semnan"),
        ("Shahroud", "shahroud"),
        ("Sari Lajevardi", "sari_lajevardi"),
        ("لاجوردی", "sari_lajevardi"),
        ("Nowshahr", "nowshahr"),
        ("نوشهر", "nowshahr"),
        ("Tonekabon", "tonekabon"),
        ("Babol Mati Kola", "mati_kola"),
        ("Gorgan Amirabad", "amirabad"),
        ("امیرآباد", "amirabad"),
        ("Lakan", "lakan"),
        ("لاکان", "lakan"),
        ("Ilam", "ilam"),
        ("ایلام", "ilam"),
        ("Kerman", "kerman"),
        ("کرمان", "kerman"),
        ("Jiroft", "jiroft"),
        ("Sirjan", "sirjan"),
        ("Yazd", "yazd"),
        ("یزد", "yazd"),
        ("Bandar Abbas", "bandar_abbas"),
        ("بندرعباس", "bandar_abbas"),
        ("بندر عباس", "bandar_abbas"),
        ("Minab", "minab"),
        ("Hamedan", "hamedan"),
        ("Alvand", "hamedan"),
        ("همدان", "hamedan"),
        ("Yasuj", "yasuj"),
        ("Shahrekord", "shahrekord"),
        ("Bojnord", "bojnord"),
        ("IRGC 1A", "irgc_1a"),
        ("IRGC 59", "irgc_59"),
        ("IRGC 66", "irgc_66"),
        ("IRGC 2A", "irgc_2a"),
        ("Vozara", "vozara"),
        ("Amaken", "amaken"),
        ("Shapur", "shapur"),
        ("Agahi", "agahi"),
        ("Setad", "setad"),
        ("unknown location", "unknown"),
        ("محل نامعلوم", "unknown"),
    ],
)
def test_a_prison_is_found_under_every_name_it_has(name, code):
    assert answering(PRISONS, name, lambda row: row["code"]) == {code}


def test_rajai_shahr_closed_and_its_inmates_went_to_ghezel_hesar():
    row = next(row for row in PRISONS if row["code"] == "rajai_shahr")
    assert (row["closed_on"], row["successor"]) == ("2023-08", "ghezel_hesar")


@pytest.mark.parametrize(
    "code",
    [
        "kachoui",
        "kahrizak",
        "chabahar",
        "iranshahr",
        "zabol",
        "karoon",
        "choubindar",
        "yasuj",
        "shahrekord",
        "bojnord",
    ],
)
def test_a_prison_known_only_by_hearsay_is_marked(code):
    assert next(row["unconfirmed"] for row in PRISONS if row["code"] == code) == "1"


# Courts, authorities, provinces, activities, laws


def test_courts_are_of_known_kinds_and_in_known_provinces():
    provinces = {row["code"] for row in PROVINCES}
    for row in COURTS:
        assert row["kind"] in set(CourtKind)
        assert row["province"] in provinces | {""}
        assert row["branch"] == "" or row["branch"].isdigit()


@pytest.mark.parametrize(
    ("kind", "city", "branch"),
    [
        ("prosecutor", "Tehran", "5"),
        ("prosecutor", "Tehran", "6"),
        ("revolutionary", "Tehran", "15"),
        ("revolutionary", "Tehran", "26"),
        ("revolutionary", "Tehran", "28"),
        ("revolutionary", "Mashhad", "4"),
        ("criminal_2", "Tehran", "1026"),
        ("appeal", "Tehran", "26"),
        ("appeal", "Tehran", "36"),
        ("appeal", "Tehran", "54"),
        ("appeal", "Ahvaz", "17"),
        ("appeal", "Shiraz", "17"),
        ("appeal", "Shiraz", "37"),
        ("clerical", "", ""),
        ("military", "", ""),
        ("supreme", "Tehran", ""),
        ("supreme_477", "Tehran", ""),
        ("enforcement", "Tehran", ""),
    ],
)
def test_a_court_stands_in_the_list_once(kind, city, branch):
    assert len([r for r in COURTS if (r["kind"], r["city"], r["branch"]) == (kind, city, branch)]) == 1


def test_no_name_means_two_courts():
    meaning: dict[str, str] = {}
    for row in COURTS:
        for word in called(row, "name_en", "name_fa", "aliases_en", "aliases_fa"):
            assert meaning.setdefault(word, row["code"]) == row["code"], (word, row["code"])


@pytest.mark.parametrize(("rows", "code_list"), [(AUTHORITIES, "authority"), (ACTIVITIES, "activity")])
def test_a_list_with_aliases_has_the_codes_and_the_labels_of_its_enum(rows, code_list):
    assert tuple(row["code"] for row in rows) == codes(code_list)
    for row in rows:
        assert (row["name_en"], row["name_fa"]) == (
            label(code_list, row["code"]),
            label(code_list, row["code"], "fa"),
        )
        assert row["parent"] in {"", *codes(code_list)}


@pytest.mark.parametrize("rows", [AUTHORITIES, ACTIVITIES])
def test_no_alias_means_two_codes(rows):
    meaning: dict[str, str] = {}
    for row in rows:
        for word in {folded(row["code"])} | called(row, "name_en", "name_fa", "aliases_en", "aliases_fa"):
            assert meaning.setdefault(word, row["code"]) == row["code"], (word, row["code"])


def test_the_police_changed_its_name():
    assert next(row["successor"] for row in AUTHORITIES if row["code"] == Authority.NAJA) == Authority.FARAJA


def test_there_are_thirty_one_provinces_each_with_its_capital():
    assert len(PROVINCES) == 31
    assert (
        len({row["capital_en"] for row in PROVINCES}) == len({row["capital_fa"] for row in PROVINCES}) == 31
    )
    assert all(row["capital_en"] and row["capital_fa"] for row in PROVINCES)


def test_no_name_means_two_provinces():
    meaning: dict[str, str] = {}
    for row in PROVINCES:
        for word in called(row, "name_en", "name_fa", "aliases_en", "aliases_fa"):
            assert meaning.setdefault(word, row["code"]) == row["code"], (word, row["code"])


def test_a_law_is_not_in_force_before_it_is_adopted():
    assert not [row for row in LAWS if row["in_force"] and row["in_force"] < row["adopted"]]


@pytest.mark.parametrize(
    ("code", "adopted", "in_force"),
    [
        ("IPC75", "1996-05-22", "1996-07-10"),
        ("IPC92", "2013-04-21", "2013-06-12"),
        ("CCL88", "2009-05-26", ""),
        ("Red99", "2020-05-12", ""),
        ("Esp1404", "2025-09-28", "2025-10-08"),
    ],
)
def test_a_law_has_its_days(code, adopted, in_force):
    row = next(row for row in LAWS if row["code"] == code)
    assert (row["adopted"], row["in_force"]) == (adopted, in_force)


def test_an_activity_is_nobodys_charge():
    assert not {folded(row["name_en"]) for row in ACTIVITIES} & {folded(row["name_en"]) for row in OFFENCES}
    assert Activity.OTHER == "other"
