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
        self.piece = Piece(joint=_JOINTS[kind])

    def _on_colon(self, _: Token) -> None:
        if not self.piece.is_empty:
            self._on_strange(Token("strange", ":"))

    def _on_dash(self, token: Token) -> None:
        if not self._parts_of_one_date(token.kind):
            self._connect(token.kind)

    _on_slash = _on_dash

    def _parts_of_one_date(self, sign: str) -> bool:
        """16-Sep-2022, 25/Aban/1398, Mehr-1402: the sign stands inside one date, not between two."""
        following = self._next()
        if following.kind == "month" and self.piece.month is None:
            return self._next(1).kind == sign and self._next(2).kind == "number"
        if following.kind != "number" or self.piece.month is None or self.piece.year:
            return False
        behind = self.tokens[self.place - 3].kind if self.place >= 3 else ""
        return len(following.value) == YEAR_DIGITS or (behind == sign and self.piece.day is not None)

    def _on_comma(self, token: Token) -> None:
        following, piece = self._next(), self.piece
        if piece.is_empty and piece.weekday is not None:
            return
        is_year = following.kind == "unit" or (
            following.kind == "number" and len(following.value) == YEAR_DIGITS
        )
        if is_year and (piece.month or piece.season) and not piece.year:
            return
        if following.kind in {"before", "after", "onwards", "doubt", "about", "and", "or"}:
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

    def _on_about(self, _: Token) -> None:
        self.piece.about = True

    def _on_doubt(self, _: Token) -> None:
        self.piece.doubt = True

    def _on_both(self, _: Token) -> None:
        self.piece.about = self.piece.doubt = True

    def _on_query(self, _: Token) -> None:
        # "? Bahman 1404" says that the day is not known; "Bahman 1404 ?" that the date is doubted.
        if not self.piece.is_empty:
            self.piece.doubt = True
        elif self._next().kind not in {"month", "query"}:
            raise Unclear("it says only that something is not known")

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
        if kinds <= {"about", "doubt", "both", "query", "era"} and kinds:
            for token in inside:
                getattr(self, f"_on_{'doubt' if token.kind == 'query' else token.kind}")(token)
        elif kinds == {"onwards"}:
            self.result.onwards = True
        elif kinds <= {"strange", "happening", "colon", "comma"}:
            # A remark that is not about time: the date stands, with a doubt, and the words are kept.
            self.piece.doubt = self.piece.doubt or "strange" in kinds
        else:
            self.result.remarks.append(inside)
