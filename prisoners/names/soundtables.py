"""How far single sounds are apart: what a spelling may leave out, and what it may put for what."""

from __future__ import annotations

# What it costs when one spelling has this sound and the other has nothing in its place.
MISSING: dict[str, float] = {
    **dict.fromkeys("bpdfgjklmnrstxzqcZSC", 1.0),
    **dict.fromkeys("0123456789", 1.0),
    "h": 0.7, "v": 0.6, "y": 0.3,
    # surely long vowels of the Latin spelling, and the letters و ا ی of the Persian one
    "U": 0.6, "I": 0.45, "O": 0.5, "E": 0.35, "W": 0.55, "A": 0.4, "Y": 0.45,
    # vowels that Persian does not write, or may not
    "a": 0.06, "e": 0.04, "o": 0.08, "i": 0.2, "u": 0.2,
    "H": 0.35, "ä": 0.35, "w": 0.05, "'": 0.08, "^": 0.02,
}  # fmt: skip

# What it costs to read one sound for another; a pair that is not here costs 1.
_PAIRS: tuple[tuple[str, float], ...] = (
    # و and ی against what Latin spellings make of them
    ("Wv", 0.0), ("WU", 0.0), ("WO", 0.0), ("Wu", 0.0), ("Wo", 0.05), ("Wa", 0.45), ("We", 0.5),
    ("WE", 0.5),
    ("YI", 0.0), ("Yi", 0.0), ("YE", 0.0), ("Yy", 0.0), ("Ye", 0.2), ("Ya", 0.3), ("YA", 0.3),
    ("YH", 0.15),
    ("Aa", 0.0), ("Ao", 0.3), ("AO", 0.25), ("AU", 0.4), ("Au", 0.4), ("Ae", 0.25), ("AE", 0.3),
    ("Ai", 0.4),
    ("AH", 0.6), ("äA", 0.0), ("äH", 0.12), ("äa", 0.0), ("äe", 0.12), ("äY", 0.3), ("äI", 0.35),
    ("äi", 0.3), ("äU", 0.4), ("ä'", 0.1), ("IA", 0.35), ("UH", 0.4), ("'H", 0.1), ("A'", 0.1),
    ("A^", 0.05),
    # the vowel that opens a word
    ("^a", 0.0), ("^e", 0.0), ("^i", 0.15), ("^o", 0.0), ("^u", 0.0), ("^U", 0.05), ("^I", 0.15),
    ("^E", 0.05),
    ("^O", 0.05), ("^'", 0.0),
    # the silent ه
    ("He", 0.0), ("Ha", 0.0), ("Hi", 0.15), ("Hh", 0.05), ("HI", 0.15), ("HE", 0.1), ("Hy", 0.2),
    # Latin vowels among themselves
    ("ae", 0.08), ("ao", 0.35), ("ai", 0.3), ("au", 0.3), ("eo", 0.25), ("ei", 0.05), ("eu", 0.35),
    ("io", 0.4),
    ("iu", 0.35), ("ou", 0.05), ("aE", 0.12), ("eE", 0.08), ("iE", 0.1), ("aO", 0.15), ("oO", 0.05),
    ("uO", 0.1),
    ("UO", 0.05), ("Uu", 0.0), ("Uo", 0.08), ("Ua", 0.5), ("Ue", 0.5), ("Ui", 0.5), ("UI", 0.8),
    ("Ii", 0.0),
    ("Ie", 0.1), ("IE", 0.1), ("Iy", 0.0), ("Ia", 0.35), ("iy", 0.0), ("ey", 0.1), ("Ey", 0.1),
    ("ay", 0.4),
    ("Uv", 0.25), ("uv", 0.25), ("ov", 0.3), ("Ov", 0.1),
    # consonants that sound or are spelled alike
    ("Zj", 0.05), ("Cj", 0.2), ("Ck", 0.05), ("Cs", 0.2), ("Cc", 0.2), ("jc", 0.4), ("cS", 0.35),
    ("ZS", 0.5),
    ("Zz", 0.4), ("jy", 0.6), ("jg", 0.6), ("qk", 0.55), ("qg", 0.4), ("gk", 0.5), ("xk", 0.5),
    ("xh", 0.4),
    ("xq", 0.6), ("hk", 0.9), ("td", 0.45), ("sz", 0.55), ("sS", 0.6), ("sc", 0.7), ("zd", 0.6),
    ("st", 0.7),
    ("bp", 0.5), ("bv", 0.5), ("pf", 0.6), ("vf", 0.6), ("mn", 0.6), ("hS", 0.9), ("lr", 0.8),
    ("'h", 0.6),
    ("'q", 0.7), ("'y", 0.3), ("'Y", 0.25), ("'i", 0.2), ("'a", 0.05), ("'e", 0.05), ("'o", 0.05),
    ("'A", 0.1),
)  # fmt: skip


def _between() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {sound: {sound: 0.0} for sound in MISSING}
    for pair, cost in _PAIRS:
        one, other = pair[0], pair[1]
        table[one][other] = table[other][one] = cost
    for other, cost in list(table["W"].items()):
        table["w"][other] = table[other]["w"] = cost
    return table


BETWEEN: dict[str, dict[str, float]] = _between()
