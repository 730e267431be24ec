"""Words around a name that are no part of it: titles, particles, what is written for "nobody knows"."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Left out when a person is looked up by name; kept in what is stored and shown. Written in plain letters.
TITLES: frozenset[str] = _set(
    """
    seyed seyyed seyid seyyid sayed sayyed sayid sayyid syed seyd sayd seyedeh seyyedeh sayedeh
    sayyedeh seyede seyyede sayyida seyedah seyyedah seyida seid seied haj haji hajj hajji haaj
    haajj hadj hadji hac haci hajieh hajiyeh hajiye haje mullah mulla molla mola mollah
    ayatollah ayatullah ayatollahelozma ayatola allameh allamah hojatoleslam hojjatoleslam hojjatol
    hojatol sheikh sheykh shaikh shaykh shekh cheikh sheik mawlana molana maulana maulvi
    mamosta mamoosta mamousta kak kaka dr doctor doktor mr mrs ms miss prof professor eng engineer
    sir general sardar brigadier colonel sarhang shahid shaheed martyr ostad ustad agha aghaye aqa
    khanom khanoom khanum
    """
) | _set(
    """
    سید سیده حاج حاجی حاجیه ملا ایت ایتالله علامه حجتالاسلام حجت والمسلمین شیخ مولانا ماموستا
    کاک دکتر مهندس اقای اقا خانم استاد سردار سرهنگ شهید شهیده پروفسور سرتیپ سرلشکر مرحوم
    """
)

# No name by itself: bound to the next word, and often dropped with it or without it.
BOUND: frozenset[str] = _set("abd abo mir khan jan beig beyg beg عبد ابو میر خان جان بیگ")

# The skeletons of names so common beside another one that they say little there: Mohammad, Amir, Gholam, Ali.
LIGHT: frozenset[str] = _set("mhmd amr qlm al")

# Joints between the parts of a name; no part by themselves.
PARTICLES: frozenset[str] = _set(
    "al el ol ul ur or un on us os ud od ad e i ye ol va and bin ben ibn ebn bint binte bent the"
) | _set("ال و بن ابن بنت ی")

# Written in a name's place when nobody knows it; these people must never be taken for each other.
NOBODY: frozenset[str] = _set(
    """
    unknown unidentified unnamed anonymous undisclosed withheld nameless undefined undetermined
    unspecified nan none null nn na
    """
) | _set("ناشناس ناشناخته نامشخص نامعلوم مجهول مجهولالهویه بینام گمنام")

# What may stand beside such a word without making it somebody's name.
BESIDE_NOBODY: frozenset[str] = _set(
    """
    name names not no known yet person persons people prisoner detainee man woman men women male
    female boy girl child infant baby citizen kurdish baluch baluchi baloch arab individual a an the
    of نام نامش هنوز مشخص نشده نیست فرد شخص مرد زن پسر دختر کودک نوزاد شهروند زندانی بازداشتی یک
    الهویه هویت بی
    """
)
NOBODY_PHRASES: frozenset[str] = frozenset(
    ["n n", "n a", "no name", "not known", "name not known", "name withheld", "بی نام", "بدون نام",
     "بدون هویت", "نام نامشخص", "مجهول الهویه", "هویت نامعلوم", "هویت نامشخص"]
)  # fmt: skip
