"""Signs and small words between the pieces of a date: to, and, or, before, since, about, brackets."""

from __future__ import annotations

from prisoners.dates.moments import Moments
from prisoners.dates.pieces import YEAR_DIGITS, Phrase, Piece, Unclear
from prisoners.dates.scan import Token

_JOINTS = {
    "to": "to",
    "dash": "to",
    "until": "to",
    "and": "and",
    "or": "or",
    "comma": "comma",
    "slash": "or",
}
_REMARKS = {"about": "~", "doubt": "?", "both": "~?", "query": "?"}
_SIGNS = {"dash", "slash", "comma"}


def phrase_of(tokens: list[Token]) -> Phrase:
    """What one side of a text says, piece by piece; raises Unclear at the first word that cannot be placed."""
    return _Grammar(tokens).phrase()


class _Grammar(Moments):
    def phrase(self) -> Phrase:
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            self.place += 1
            getattr(self, f"_on_{token.kind}", self._on_strange)(token)
        self._close_piece()
        return self.result

    def _close_piece(self) -> None:
        if self.piece.is_empty:
            raise Unclear("a part of it says no day, month or year")
        self.result.pieces.append(self.piece)

    def _connect(self, kind: str) -> None:
        self._close_piece()
        self.piece = Piece(joint=_JOINTS[kind], joined_by_sign=kind in _SIGNS)

    def _on_colon(self, _: Token) -> None:
        if not self.piece.is_empty:
            self._on_strange(Token("strange", ":"))

    def _on_dash(self, token: Token) -> None:
        piece, following = self.piece, self._next()
        if piece.is_empty and (
            piece.cut or piece.weekday is not None
        ):  # "mid-2019", "Friday - 25 Shahrivar 1401"
            return
        if following.kind == "weekday" and piece.weekday is None and self._next(1).kind == "end":
            return
        if not self._parts_of_one_date(token.kind):
            self._connect(token.kind)

    def _on_slash(self, token: Token) -> None:
        # "1388/1390", "1388-03/1388-05": years and months in figures are parted as EDTF parts an interval.
        piece = self.piece
        in_figures = bool(piece.year or piece.three) and not (piece.month or piece.season)
        if in_figures and self._next().kind in {"number", "two", "three", "open_end"}:
            self._connect("dash")
        else:
            self._on_dash(token)

    def _parts_of_one_date(self, sign: str) -> bool:
        """16-Sep-2022, 25/Aban/1398, Mehr-1402: the sign stands inside one date, not between two."""
        following = self._next()
        if following.kind == "month" and self.piece.month is None:
            return self._next(1).kind == sign and self._next(2).kind == "number"
        if following.kind != "number" or self.piece.month is None or self.piece.year:
            return False
        behind = [token.kind for token in self.tokens[: self.place - 1]][-2:-1]
        return len(following.value) == YEAR_DIGITS or (behind == [sign] and self.piece.day is not None)

    def _on_comma(self, token: Token) -> None:
        following, piece = self._next(), self.piece
        if piece.is_empty and piece.weekday is not None:
            return
        is_year = following.kind == "unit" or (
            following.kind == "number" and len(following.value) == YEAR_DIGITS
        )
        has_month = piece.month or piece.season or (piece.day and self.result.pieces)
        if is_year and has_month and not piece.year:
            return
        if following.kind in {"onwards", "doubt", "about", "and", "or", "open"}:
            return
        self._connect(token.kind)

    def _on_and(self, _: Token) -> None:
        self._connect("and")

    def _on_or(self, _: Token) -> None:
        self._connect("or")

    def _on_to(self, _: Token) -> None:
        if self.piece.is_empty and not self.result.pieces:
            self.piece.bound = "until"
        else:
            self._connect("to")

    _on_until = _on_to

    def _on_between(self, _: Token) -> None:
        if not self.piece.is_empty or self.result.pieces or self.result.between:
            self._on_strange(Token("strange", "between"))
        self.result.between = True

    def _on_before(self, token: Token) -> None:
        behind = [token.kind for token in self.tokens[: self.place - 1]][-1:]
        if behind == ["unit"]:
            raise Unclear("it counts from another date")
        if not self.piece.is_empty or self.piece.bound:
            self._on_strange(Token("strange", token.kind))
        self.piece.bound = token.kind

    _on_after = _on_before
    _on_from = _on_before

    def _on_onwards(self, _: Token) -> None:
        if self.piece.is_empty and self.piece.joint != "to":
            self._on_strange(Token("strange", "onwards"))
        if self.piece.is_empty:
            self.piece = self.result.pieces.pop()
        self.result.onwards = True
        if self._next().kind not in {"end", "open", "onwards"}:
            self._on_strange(self._next())

    # Doubt.

    def _on_about(self, token: Token) -> None:
        self._mark("~", token)

    def _on_doubt(self, token: Token) -> None:
        self._mark("?", token)

    def _on_both(self, token: Token) -> None:
        self._mark("~?", token)

    def _mark(self, mark: str, token: Token) -> None:
        """A mark before a date holds for the whole stretch it opens; a sign behind it, for that date alone."""
        if self.piece.is_empty:
            self.piece.before += mark
        elif token.value in {"~", "?", "%"}:
            self.piece.here += mark
        else:
            self.piece.after += mark

    def _on_query(self, _: Token) -> None:
        # "? Bahman 1404" says that the day is not known; "Bahman 1404 ?" that the date is doubted.
        if not self.piece.is_empty:
            self.piece.here += "?"
        elif self._next().kind not in {"month", "query"}:
            raise Unclear("it says only that something is not known")

    def _on_open_end(self, token: Token) -> None:
        """The two dots of EDTF: 1402/.. and ../1402."""
        if self.piece.is_empty and self.piece.joint == "to":
            self._on_onwards(token)
        elif self.piece.is_empty and not self.result.pieces and self._next().kind == "slash":
            self.place += 1
            self.piece.bound = "until"
        else:
            self._on_strange(Token("strange", ".."))

    def _on_unknown(self, _: Token) -> None:
        following = self._next().kind
        if self.piece.is_empty and following == "month":
            return
        if self.piece.is_empty and self.piece.joint == "to" and following == "end":
            self.piece, self.result.unknown_end = self.result.pieces.pop(), True
        elif self.piece.is_empty and not self.result.pieces and following in {"to", "dash"}:
            self.place += 1
            self.result.unknown_start = True
        else:
            raise Unclear("it says that a part is not known, but not which")

    def _on_open(self, _: Token) -> None:
        depth, start = 1, self.place
        while depth and self.place < len(self.tokens):
            depth += {"open": 1, "close": -1}.get(self.tokens[self.place].kind, 0)
            self.place += 1
        if depth:
            raise Unclear("a bracket is not closed")
        self._remark(self.tokens[start : self.place - 1])

    def _remark(self, inside: list[Token]) -> None:
        kinds = {token.kind for token in inside}
        if kinds <= {"about", "doubt", "both", "query", "era", "weekday"} and kinds:
            for token in inside:
                self._remarked(token)
        elif kinds == {"onwards"}:
            self.result.onwards = True
        elif kinds <= {"strange", "happening", "colon", "comma", "weekday"}:
            # A remark that is not about time: the date stands, with a doubt, and the words are kept.
            self.piece.after += "?" if "strange" in kinds else ""
        else:
            self.result.remarks.append(inside)

    def _remarked(self, token: Token) -> None:
        if token.kind == "era":
            self._on_era(token)
        elif token.kind == "weekday":
            self._on_weekday(token)
        else:
            self.piece.after += _REMARKS[token.kind]

    def _on_happening(self, _: Token) -> None:
        raise Unclear("it tells of more than one event; give each its own date")
