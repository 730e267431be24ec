"""What is found in a text that is about to leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.privacy import watch
from prisoners.privacy.reach import ACCOUNT, ADDRESS, CHAT, NATIONAL_NUMBER, TELEPHONE
from prisoners.privacy.watch import CONFIDENTIAL, NAMES_SOMEBODY, Watch
from prisoners.privacy.ways import own_names


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Call +98 912 345 6789 for news", TELEPHONE),
        ("شماره ۰۹۱۲-۳۴۵-۶۷۸۹", TELEPHONE),
        ("0098 21 1234 5678", TELEPHONE),
        ("021-1234-5678", TELEPHONE),
        ("+49 (0) 30 1234567", TELEPHONE),
        ("https://wa.me/989123456789", TELEPHONE),
        ("۰۹۱۲ ۳۴۵ ۶۷ ۸۹", TELEPHONE),
        ("(0912) 345 6789", TELEPHONE),
        ("0912–345–6789", TELEPHONE),
        ("0912/345/6789", TELEPHONE),
        ("021-12 34 56 78", TELEPHONE),
        ("(021) 12345678", TELEPHONE),
        ("branch 015, 2022-09-16", ""),
        ("branch 028 1401/06/25", ""),
        ("write to n.zarbaf@example.org", ADDRESS),
        ("n.zarbaf (at) example.org", ADDRESS),
        ("n.zarbaf [at] example [dot] org", ADDRESS),
        ("call zero nine one two, three four five, sixty-seven eighty nine", TELEPHONE),
        ("oh nine hundred and twelve three forty five 67 89", TELEPHONE),
        ("her number is nine one two, double three, triple five, one, two", TELEPHONE),
        ("zero twenty one, double five double five triple one two", TELEPHONE),
        ("plus nine eight nine one two three four five six seven eight nine", TELEPHONE),
        ("شماره‌اش صفر نهصد و دوازده، سیصد و چهل و پنج، شصت و هفت، هشتاد و نه است", TELEPHONE),
        ("صفر نه یک دو سه چهار پنج شش هفت هشت نه", TELEPHONE),
        ("۰۹۱۲ سه چهار پنج شش هفت هشت نه", TELEPHONE),
        ("six of the twenty one were held for two or three days in 2022", ""),
        ("one two three four five six seven eight nine ten", ""),
        ("سه سال و هفت ماه و یک روز، بیست و سه نفر، در سال هزار و چهارصد و یک", ""),
        ("five years, three months and one day; seventy-four lashes; nine of twelve charges", ""),
        ("IR16 0120 0000 0000 1234 5678 90", ACCOUNT),
        ("شبا: IR160120000000001234567890", ACCOUNT),
        ("شبا ۱۶۰۱۲۰۰۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰", ACCOUNT),
        ("IR17 0120 0000 0000 1234 5678 90", ""),
        ("card 6037-9911-0000-1233", ACCOUNT),
        ("به کارت ۶۰۳۷۹۹۱۱۰۰۰۰۱۲۳۳ واریز کنید", ACCOUNT),
        ("card 6037-9911-0000-1234", ""),
        ("1234 9911 0000 1232", ""),
        ("file 9909977121100770", ""),
        ("file 1400123456789012", ""),
        ("https://bank.example/6037991100001233", ""),
        ("join t.me/+AbCdEf12 tonight", CHAT),
        ("https://t.me/joinchat/AAAAAE", CHAT),
        ("chat.whatsapp.com/AbCd", CHAT),
        ("https://wa.me/message/ABCD", CHAT),
        ("https://t.me/seda_channel/4711", ""),
        ("national number 0012345679", NATIONAL_NUMBER),
        ("۰۰۱-۲۳۴۵۶۷-۹", NATIONAL_NUMBER),
        ("file 0012345678", ""),
        ("1111111111", ""),
        ("https://example.org/news/0012345679", ""),
        ("https://example.org/status/1234567890123456789", ""),
        ("arrested on 2022-09-16, bail of 500 million tomans, case 140091234567890123", ""),
        ("", ""),
    ],
)
def test_ways_to_reach_somebody_are_found_without_having_been_recorded(text, why):
    assert Watch().found_in(text) == why
    assert Watch(patterns=False).found_in(text) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("Roshan Daneshvar", "as roshan  daneshvar said", id="in other cases and spaces"),
        pytest.param("Roshan Daneshvar", "as (Roshan-Daneshvar) said", id="between other signs"),
        pytest.param("روشن دانشور", "به گفته روشن‌دانشور بود", id="with a joiner"),
        pytest.param("كلينيك شهريار", "در کلینیک شهریار", id="with Arabic letters"),
        pytest.param("+98 912 000 1122", "her 0912 0001122", id="a number with another prefix"),
        pytest.param("call 021 5555 0011 at night", "۰۲۱۵۵۵۵۰۰۱۱", id="a number inside a note"),
        pytest.param("Roshan Daneshvar", "https://example.org/roshan-daneshvar-speaks", id="in an address"),
        pytest.param(
            "روشن دانشور", "https://example.org/%D8%B1%D9%88%D8%B4%D9%86-%D8%AF%D8%A7%D9%86%D8%B4%D9%88%D8%B1"
        ),
        pytest.param(
            "first line of it\nhidden at her aunt's", "She was hidden at her aunt's.", id="one line of many"
        ),
        pytest.param(
            "suffers from an illness of the heart", "xsuffers from an illness of the heartx", id="glued"
        ),
        pytest.param("5551234", "no 555-12-34", id="a short number alone"),
        pytest.param("076 4444 0011", "call 76 4444 0011", id="a number without its zero"),
        pytest.param("0551234", "no 055-12-34", id="a short number with its zero"),
        pytest.param(
            "076 4444 0011", "zero seventy six, four four four four, zero zero one one", id="in words"
        ),
        pytest.param("5551234", "پنج پنج پنج، دوازده، سی و چهار", id="in Persian words"),
        pytest.param("@mehri_s", "write to @Mehri_S.", id="a short handle"),
        pytest.param("https://t.me/mehri_s", "see instagram.com/mehri_s", id="a handle on another site"),
        pytest.param("mehri_s", "https://t.me/s/mehri_s", id="a handle without its sign"),
        pytest.param(
            "خیابان گلنار، پلاک ۱۲", "They live in Golnar Street.", id="a street in the other script"
        ),
        pytest.param("No. 12, Golnar Street", "در خیابان گلنار می‌نشینند", id="a street in Persian"),
        pytest.param("کوچه شهید نسترن", "in Kuche-ye Nastaran", id="an alley as it is said"),
        pytest.param("Nastaran Bolvar 5", "بلوار نسترن", id="a boulevard"),
        pytest.param("No. 12a, Golnar Sepid Street", "خیابان گلنار سپید", id="a street of two words"),
        pytest.param(
            "خیابان گلنار", "khiaban-e Shahid Golnar, door 5", id="a street with what stands between"
        ),
        pytest.param("خیابان گلنار", "Golnar, the long street", id="a street with what stands behind"),
        pytest.param("05551234", "no 555 12 34", id="a number of eight digits without its zero"),
        pytest.param("abcd efgh", "so abcd efgh", id="two words of eight letters"),
        pytest.param("abcdefghij", "so abcdefghij", id="a word of ten letters"),
        pytest.param("abcdefgh ijklmnop", "xabcdefghijklmnopx", id="sixteen letters within others"),
        pytest.param("R o s h a n Daneshvar", "roshan daneshvar", id="recorded letter by letter"),
        pytest.param("Roshan Daneshvar", "R-o-s-h-a-n D-a-n-e-s-h-v-a-r", id="told letter by letter"),
    ],
)
def test_a_confidential_value_is_found_however_it_is_written(value, text):
    assert Watch(values=[value], patterns=False).found_in(text) == CONFIDENTIAL


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("Evin", "held in Evin", id="one short word says nothing"),
        pytest.param("to check", "We have to check it", id="two short words neither"),
        pytest.param("Ali Azad", "Khalili Azadi", id="a short value must be whole words"),
        pytest.param("abcd efgh", "so abcd efghi", id="a short value must end with a word"),
        pytest.param("abcd efgh", "so xabcd efgh", id="and begin with one"),
        pytest.param("abcdefgh ijklmno", "xabcdefghijklmnox", id="and fifteen letters are short"),
        pytest.param("Shiraz", "held in Shiraz", id="a word of six letters says nothing"),
        pytest.param("abcdefghi", "so abcdefghi", id="nor one of nine"),
        pytest.param("abc defg", "so abc defg", id="nor two of seven"),
        pytest.param("seen on 2022-09-16", "arrested 2022-09-16", id="a day is no secret"),
        pytest.param("12345", "12345", id="nor a small number"),
        pytest.param("1234567", "xx 7654321", id="nor another number"),
        pytest.param("0000000", "xx 7654321", id="nor is every number one of zeros"),
        pytest.param("@mehri_s", "write to mail@mehri_s", id="nor is part of another address a handle"),
        pytest.param("@mehri_s", "@mehri_sa and @mehri", id="nor another handle"),
        pytest.param("خیابان گلنار", "Golnar lives in a street of Evin", id="nor a name without its street"),
        pytest.param("خیابان گلنار", "in Nastaran Street", id="nor another street"),
        pytest.param(
            "خیابان گلنار", "the street that was closed when Golnar came", id="nor a street far before"
        ),
        pytest.param("خیابان گلنار", "Golnar came when they closed the street", id="nor a street far behind"),
        pytest.param("خیابان گلنار سپید", "in Golnar Street", id="nor half of its name"),
        pytest.param("the street, No. 12", "in Golnar Street", id="nor a street without a name"),
    ],
)
def test_what_says_nothing_by_itself_is_let_through(value, text):
    assert Watch(values=[value], patterns=False).found_in(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "arrested with Kaveh Zarrinpoush at home",
        "همراه با کاوه زرین‌پوش بازداشت شد",
        "https://example.org/kaveh-zarrinpoush",
        "Kaveh Rostam Zarrinpoush",
    ],
)
def test_whoever_may_not_be_named_is_found_in_both_scripts(text):
    watch = Watch(names=["Kaveh Rostam Zarrinpoush"] if "Rostam" in text else ["Kaveh Zarrinpoush"])
    assert watch.found_in(text) == NAMES_SOMEBODY


def test_first_and_last_name_are_enough_to_name_somebody():
    assert Watch(names=["Kaveh Rostam Zarrinpoush"]).found_in("with Kaveh Zarrinpoush") == NAMES_SOMEBODY


def test_a_name_is_found_with_two_of_its_words_written_as_one():
    watch = Watch(names=["Ali Rostam Zarrinpoush"])
    assert watch.found_in("Alirostam Zarrinpoush") == NAMES_SOMEBODY
    assert watch.found_in("with Ali Rostam") == ""
    assert watch.found_in("علی رستم زرین پوش") == NAMES_SOMEBODY


def test_only_the_same_words_are_the_value():
    watch = Watch(values=["Roshan Daneshvar", "Roshan Daneshvari of the bakery"])
    assert watch.found_in("Roshan Dane") == ""
    assert watch.found_in("Roshan Danesh1234 came") == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#FreeShirinTalatpour", id="a hashtag"),
        pytest.param("https://example.org/shirintalatpour", id="one word in an address"),
        pytest.param("Talatpour, Shirin", id="the family before"),
        pytest.param("طلعت‌پور، شیرین", id="the family before, in Persian"),
        pytest.param("S. Talatpour", id="an initial"),
        pytest.param("Shirin Talatpour's trial", id="whose trial"),
        pytest.param("the parents’ and Shirin Talatpour’s flat", id="whose flat"),
        pytest.param("Sh. Talatpour", id="an initial of two letters"),
        pytest.param("ش. طلعت‌پور", id="an initial in Persian"),
        pytest.param('Shirin "Shirinak" Talatpour', id="with a nickname between"),
        pytest.param("Shirin (Shirinak) Talatpour", id="with a nickname in brackets"),
        pytest.param("S h i r i n T a l a t p o u r", id="letter by letter"),
        pytest.param("S.h.i.r.i.n T.a.l.a.t.p.o.u.r", id="with dots between"),
        pytest.param("s-h-i-r-i-n talatpour", id="the first name with hyphens between"),
        pytest.param("ش ی ر ی ن ط ل ع ت پ و ر", id="letter by letter in Persian"),
        pytest.param("ش‌ی‌ر‌ی‌ن طلعت‌پور", id="with joiners between"),
        pytest.param("ش ـ ی ـ ر ـ ی ـ ن طلعت پور", id="with strokes between"),
    ],
)
def test_a_name_is_found_in_every_way_of_writing_it(text):
    assert Watch(names=["Shirin Talatpour", "شیرین طلعت‌پور"]).found_in(text) == NAMES_SOMEBODY


def test_a_name_is_heard_in_the_other_script_with_an_h_that_one_of_them_does_not_write():
    assert Watch(names=["Mehrangiz Sitarehban"]).found_in("مهرانگیز ستاره‌بان") == NAMES_SOMEBODY
    assert Watch(names=["مهرانگیز ستاره‌بان"]).found_in("Mehrangiz Sitarehban") == NAMES_SOMEBODY
    assert Watch(names=["مهرانگیز ستاره‌بان"]).found_in("Mehrangiz Setareban") == NAMES_SOMEBODY


@pytest.mark.parametrize("text", ["S. I. T. report", "a b c d", "I.R.G.C. and M.O.I.S.", "۱ ۲ ۳", "و ه ا"])
def test_letters_that_spell_nobody_are_let_through(text):
    assert Watch(names=["Shirin Talatpour"], values=["Roshan Daneshvar"]).found_in(text) == ""


def test_a_family_that_one_person_alone_bears_names_them_by_itself():
    watch = Watch(names=["Golnaz Zarafshanian"], families=[("Zarafshanian", "Golnaz Zarafshanian")])
    for text in ("The Zarafshanian case", "خانم زرافشانیان", "Z a r a f s h a n i a n was there"):
        assert watch.found_in(text) == NAMES_SOMEBODY
        assert watch.found_in(text, own=own_names(["گلناز زرافشانیان"])) == ""
    assert Watch(names=["Golnaz Zarafshanian"]).found_in("The Zarafshanian case") == ""


def test_a_part_of_a_longer_name_that_may_stand_names_nobody_else():
    """«سپید‌بان» in Banafsheh's family sounds as the first and the last name of a Sepideh who may not be named."""
    sepideh, banafsheh = "سپیده چشمه‌بیننیا", "بنفشه سپید‌بان‌زاده"
    held, spared = Watch(names=[sepideh]), Watch(names=[sepideh], others=[banafsheh, "Omid Pirouz"])
    text = f"{banafsheh}: منتقل شد"
    assert (held.found_in(text), spared.found_in(text)) == (NAMES_SOMEBODY, "")
    assert spared.found_in(f"{text}; {sepideh}") == NAMES_SOMEBODY
    assert spared.found_in("سپید بان") == NAMES_SOMEBODY
    for masked in ("Omid Pirouz", "Pirouz Talatpour"):
        watch = Watch(names=[masked], others=["Omid Pirouz Talatpour"])
        assert watch.found_in("by Omid Pirouz Talatpour and others") == ""
        assert watch.found_in(f"by {masked} and others") == NAMES_SOMEBODY
    before = Watch(names=["Pirouz Talatpour"], others=["Kaveh Omid Pirouz"])
    assert before.found_in("Kaveh Omid Pirouz Talatpour") == NAMES_SOMEBODY
    behind = Watch(names=["Kaveh Omid"], others=["Omid Pirouz Talatpour"])
    assert behind.found_in("Kaveh Omid Pirouz Talatpour") == NAMES_SOMEBODY
    namesake = Watch(names=["Omid Pirouz"], others=["Omid Pirouz"])
    assert namesake.found_in("Omid Pirouz") == NAMES_SOMEBODY


def test_a_name_whose_spelling_leaves_open_which_it_is_is_found_in_the_other_script():
    assert Watch(names=["Mahboubeh Rastegarnia"]).found_in("محبوبه رستگارنیا") == NAMES_SOMEBODY
    assert Watch(names=["محبوبه رستگارنیا"]).found_in("Mahboubeh Rastegarnia") == NAMES_SOMEBODY


def test_a_short_word_is_no_initial_and_an_own_initial_no_leave_to_name_a_brother():
    watch = Watch(names=["Kamran Zarrinpoush"])
    assert watch.found_in("کوه زرین‌پوش") == ""
    assert watch.found_in("Kamran Zarrinpoush", own=own_names(["Kaveh Zarrinpoush"])) == NAMES_SOMEBODY


def test_a_first_name_alone_names_nobody():
    assert Watch(names=["Kaveh Zarrinpoush", "Kaveh"]).found_in("with Kaveh and others") == ""


def test_a_person_may_be_named_in_their_own_record_though_a_namesake_may_not():
    watch = Watch(names=["Kaveh Zarrinpoush"])
    assert watch.found_in("Kaveh Zarrinpoush", own=own_names(["کاوه زرین‌پوش"])) == ""
    assert watch.found_in("Kaveh Zarrinpoush", own=own_names(["Sara Zarrinpoush"])) == NAMES_SOMEBODY


@given(
    st.text(max_size=60),
    st.text(alphabet="abcdefgh ", min_size=20, max_size=40).filter(lambda t: len(t.split()) > 1),
)
def test_a_value_is_found_in_any_surroundings(around, value):
    long_enough = len(value.replace(" ", "")) >= 16
    if long_enough and not around.startswith("http"):
        assert Watch(values=[value], patterns=False).found_in(f"{value} {around}") == CONFIDENTIAL


def test_what_is_remembered_of_texts_stays_bounded(monkeypatch):
    monkeypatch.setattr(watch, "KEPT", 2)
    seen = Watch(values=["Roshan Daneshvar"])
    assert [bool(seen.found_in(f"{number} roshan daneshvar")) for number in range(5)] == [True] * 5
    assert len(seen._read) <= 2


def test_a_letter_that_no_reader_takes_for_one_hides_no_street():
    seen = Watch(values=["12 Yasmin Street"])
    for text in ("in ʼYasmin street", "in ʼstreet Yasmin", "in street ʹYasmin"):
        assert seen.found_in(text) == CONFIDENTIAL
        assert text not in seen.read_together([text]).nothing


def test_a_short_value_is_found_as_whole_words_though_a_long_one_begins_as_it_does():
    seen = Watch(values=["Golnar Sepid", "Golnar Sepid it was her"])
    assert not seen.found_in("twoGolnar Sepid")
    assert seen.found_in("two Golnar Sepid") == CONFIDENTIAL
