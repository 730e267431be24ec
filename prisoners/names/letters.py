"""The letters of names in two scripts: how they fold, how they sound, which must not stand there."""

from __future__ import annotations

# One letter, many code points: what a keyboard, a font or a scanner made of it (after NFKC).
SAME_LETTER: dict[str, str] = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ؠ": "ی",
    "ك": "ک", "ڪ": "ک", "ګ": "گ",
    "ة": "ه", "ۀ": "ه", "ۂ": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و", "ئ": "ی", "ۓ": "ی", "ے": "ی",
}  # fmt: skip

# Dropped by the search fold: vowel marks, hamza above, small letters, tatweel, joiners, marks of direction.
DROPPED_RANGES: tuple[tuple[int, int], ...] = (
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x0640, 0x0640),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x2069),
    (0x061C, 0x061C),
    (0xFEFF, 0xFEFF),
    (0x00AD, 0x00AD),
)

# What never belongs in a name and what it is called when it is refused (TRUST: input and Unicode).
FORBIDDEN: tuple[tuple[int, int, str], ...] = (
    (0x202A, 0x202E, "a mark that turns the direction of the text around"),
    (0x2066, 0x2069, "a mark that turns the direction of the text around"),
    (0x00AD, 0x00AD, "an invisible hyphen"),
    (0x034F, 0x034F, "an invisible joiner"),
    (0x115F, 0x1160, "an invisible filler"),
    (0x17B4, 0x17B5, "an invisible vowel"),
    (0x180B, 0x180F, "an invisible separator"),
    (0x200B, 0x200B, "an invisible space"),
    (0x2028, 0x2029, "a line break"),
    (0x2060, 0x2065, "an invisible joiner"),
    (0x206A, 0x206F, "an invisible control"),
    (0x3164, 0x3164, "an invisible filler"),
    (0xFE00, 0xFE0F, "an invisible variation mark"),
    (0xFEFF, 0xFEFF, "a byte-order mark"),
    (0xFFA0, 0xFFA0, "an invisible filler"),
    (0xFFF0, 0xFFFD, "a character that stands for a broken one"),
    (0x1D173, 0x1D17A, "an invisible control"),
    (0xE0000, 0xE0FFF, "an invisible tag"),
)

# Letters of other alphabets that look like a Latin one (folded to small letters first).
LOOKS_LATIN: dict[str, str] = {
    "а": "a", "в": "b", "г": "r", "ԁ": "d", "е": "e", "ё": "e", "һ": "h", "і": "i", "ї": "i", "ј": "j",
    "к": "k",
    "ӏ": "l", "м": "m", "н": "h", "о": "o", "р": "p", "ԛ": "q", "с": "c", "ѕ": "s", "т": "t", "у": "y",
    "ѵ": "v",
    "ԝ": "w", "х": "x", "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "m", "ν": "v",
    "ο": "o",
    "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "γ": "y", "ω": "w", "ζ": "z", "ո": "n", "ս": "u", "օ": "o",
    "հ": "h",
    "ց": "g", "զ": "q", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʀ": "r", "ᴀ": "a", "ᴇ": "e", "ᴏ": "o", "Ꭵ": "i",
}  # fmt: skip

# Greek capitals that look like another Latin letter than their small form does.
CAPITALS_LOOK_LATIN: dict[str, str] = {"Η": "H", "Ν": "N", "Υ": "Y"}

# Letters of the Arabic script and their sounds (prisoners/names/sounds.py says what each sound is).
PERSIAN_SOUNDS: dict[str, str] = {
    "ا": "A", "آ": "A", "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s",
    "ج": "j", "چ": "c", "ح": "h", "ه": "h", "خ": "x", "د": "d", "ذ": "z", "ز": "z", "ض": "z", "ظ": "z",
    "ر": "r", "ڕ": "r", "ژ": "Z", "ش": "S", "ع": "'", "ء": "'", "غ": "q", "ق": "q", "ف": "f", "ڤ": "v",
    "ک": "k",
    "گ": "g", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ں": "n", "و": "W", "ۆ": "o", "ۇ": "u", "ۋ": "v",
    "ۊ": "u",
    "ی": "Y", "ێ": "E", "ە": "e", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ړ": "r", "ټ": "t", "ډ": "d", "ږ": "z",
    "ښ": "S",
    "څ": "s", "ځ": "z", "ڼ": "n", "ݢ": "g", "ڭ": "n",
}  # fmt: skip

# Names of which two spellings are in use, by the one that is rarer today.
OLD_SPELLINGS: dict[str, str] = {
    "کورش": "کوروش", "اسمعیل": "اسماعیل", "رحمن": "رحمان", "اسحق": "اسحاق", "ابرهیم": "ابراهیم", "هرون": "هارون",
    "لقمن": "لقمان", "سلیمن": "سلیمان", "عثمن": "عثمان", "سیاووش": "سیاوش", "خشیار": "خشایار",
    "منا": "مونا",
}  # fmt: skip

# Names that end in a ی that is read a.
ENDS_IN_A: frozenset[str] = frozenset(
    ["موسی", "عیسی", "یحیی", "مصطفی", "مرتضی", "مجتبی", "کبری", "صغری", "هدی", "یسری", "سلمی", "طوبی", "بشری", "کسری",
     "لیلی", "مولی", "معلی", "اعلی", "منتهی", "عذری"]
)  # fmt: skip

# Latin letters with marks that carry a sound of their own; every other mark is dropped.
LATIN_MARKED: dict[str, str] = {
    "ş": "sh", "š": "sh", "ș": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ğ": "gh", "ǧ": "gh", "ġ": "gh",
    "ḡ": "gh",
    "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ə": "e", "ı": "i", "ḍ": "z", "ẓ": "z", "ż": "z", "ẕ": "z",
    "ẑ": "z", "ḏ": "z",
    "ṯ": "s", "ā": "aa", "â": "aa", "ī": "ee", "î": "ee", "ū": "oo", "û": "oo", "ê": "ei",
    "ø": "o", "æ": "a", "œ": "o", "ß": "s", "ł": "l", "đ": "d", "ð": "z", "þ": "s", "ŋ": "n",
}  # fmt: skip

# Two or three Latin letters that are one sound, longest first.
LATIN_DIGRAPHS: tuple[tuple[str, str], ...] = (
    ("tsch", "c"), ("sch", "S"), ("tch", "c"), ("dzh", "j"), ("kh", "x"), ("gh", "q"), ("sh", "S"),
    ("ch", "c"),
    ("zh", "Z"), ("dj", "j"), ("ph", "f"), ("dh", "z"), ("ck", "k"),
)  # fmt: skip

LATIN_VOWELS: tuple[tuple[str, str], ...] = (
    ("aa", "A"), ("oo", "U"), ("ou", "U"), ("ow", "U"), ("uu", "U"), ("ee", "I"), ("ii", "I"), ("iy",
    "I"),
    ("au", "O"), ("aw", "O"), ("ew", "O"),
)  # fmt: skip

LATIN_SOUNDS: dict[str, str] = {
    **{letter: letter for letter in "bpdfghjklmnrstvxyzaeiou"},
    "q": "q", "w": "v", "c": "C",
}  # fmt: skip
