"""Mutants of the privacy room: each function is spoilt in one small way, and a test must notice.

`python -m tests.privacy.mutants [module …]` prints the score of each module and every mutant that nobody noticed. A
mutant is made in memory: its code takes the place of the function's in a fork of this process, where the tests of the
module run until the first of them fails. What is spoilt: comparisons, *and* and *or*, *not*, conditions, filters of
comprehensions, numbers, truth values, sums, *any* and *all*, what is returned, and each statement that is left out. Not
spoilt: words of messages, regular expressions and tables, which are data.
"""

from __future__ import annotations

import ast
import copy
import importlib
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
TESTS = {
    "consents": ["consents"],
    "verdict": ["verdict", "redact"],
    "naming": ["naming", "redact"],
    "policy": ["policy", "redact"],
    "one_word": ["one_word", "redact"],
    "retold": ["retold", "redact"],
    "values": ["values", "watch"],
    "quiet": ["quiet", "glance"],
    "glance": ["glance", "quiet"],
    "reach": ["reach", "watch"],
    "spoken": ["spoken"],
    "doors": ["watch", "quiet"],
    "ways": ["ways", "one_word", "watch"],
    "watch": ["watch", "quiet", "redact"],
    "texts": ["redact", "retold"],
    "redact": ["redact", "retold"],
    "withheld": ["redact"],
}
"""Module → the tests that are asked about it, the quickest first."""
SECONDS = 90
"""A mutant that takes longer goes round in circles, which is noticed, too."""
AT_ONCE = 2
_SWAPS: dict[type[ast.AST], Any] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}


class Mutant(NamedTuple):
    """One function, spoilt in one way."""

    module: str
    function: str
    line: int
    what: str
    code: CodeType


def mutants_of(name: str) -> Iterator[Mutant]:
    """Every mutant of a module of the room."""
    module = importlib.import_module(f"prisoners.privacy.{name}")
    assert module.__file__
    tree = _without_annotations(ast.parse(Path(module.__file__).read_text(encoding="utf-8")))
    for qualified, function in _functions(tree):
        defaults = [*function.args.defaults, *filter(None, function.args.kw_defaults)]
        kept = {id(node) for default in defaults for node in ast.walk(default)}  # not part of the code
        for number, node in enumerate(ast.walk(function)):
            if id(node) in kept:
                continue
            for what in _ways(node):
                spoilt = copy.deepcopy(tree)
                twin = dict(_functions(spoilt))[qualified]
                _spoil([*ast.walk(twin)][number], what, twin)
                code = compile(ast.fix_missing_locations(spoilt), module.__file__, "exec", dont_inherit=True)
                found = next(one for one in _codes(code) if one.co_qualname == qualified)
                yield Mutant(name, qualified, getattr(node, "lineno", function.lineno), what, found)


def _without_annotations(tree: ast.Module) -> ast.Module:
    """What is run: an annotation never is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Name("object", ast.Load())
    return tree


def _functions(tree: ast.Module) -> list[tuple[str, ast.FunctionDef]]:
    """The functions and methods of a module by their qualified names."""
    found = [(one.name, one) for one in tree.body if isinstance(one, ast.FunctionDef)]
    for owner in tree.body:
        if isinstance(owner, ast.ClassDef):
            found += [
                (f"{owner.name}.{one.name}", one) for one in owner.body if isinstance(one, ast.FunctionDef)
            ]
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _ways(node: ast.AST) -> list[str]:
    """The ways in which a node of a function can be spoilt."""
    kind = node.ops[0] if isinstance(node, ast.Compare) else getattr(node, "op", None)
    value = getattr(node, "value", None)
    docstring = isinstance(node, ast.Expr) and isinstance(value, ast.Constant)
    ways = {
        "the other operator": isinstance(node, ast.Compare | ast.BoolOp | ast.BinOp) and type(kind) in _SWAPS,
        "the contrary condition": isinstance(node, ast.If | ast.IfExp | ast.While),
        "without not": isinstance(kind, ast.Not),
        "another constant": isinstance(node, ast.Constant) and type(value) in (int, bool),
        "the other quantifier": isinstance(node, ast.Name) and node.id in _CALLS,
        "returns None": isinstance(node, ast.Return) and value is not None,
        "left out": isinstance(node, ast.Expr | ast.AugAssign | ast.Continue) and not docstring,
    }
    filters = len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return [way for way, is_there in ways.items() if is_there] + [
        f"without filter {place}" for place in range(filters)
    ]


def _spoil(node: Any, what: str, function: ast.FunctionDef) -> None:
    if what == "the other operator":
        if isinstance(node, ast.Compare):
            node.ops[0] = _SWAPS[type(node.ops[0])]()
        else:
            node.op = _SWAPS[type(node.op)]()
    elif what == "the contrary condition":
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif what.startswith("without filter"):
        del node.ifs[int(what.rsplit(maxsplit=1)[1])]
    elif what == "another constant":
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif what == "the other quantifier":
        node.id = _CALLS[node.id]
    elif what == "returns None":
        node.value = ast.Constant(None)
    else:
        _replace(function, node, node.operand if what == "without not" else ast.Pass())


def _replace(function: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(function):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list) and any(one is old for one in value):
                value[:] = [new if one is old else one for one in value]


def _live(module: ModuleType, qualified: str) -> FunctionType:
    """The function that others hold, under whatever wraps it."""
    found: Any = module
    for part in qualified.split("."):
        found = vars(found)[part]
    while not isinstance(found, FunctionType):
        wrapped = (getattr(found, name, None) for name in ("__wrapped__", "fget", "func", "__func__"))
        found = next(one for one in wrapped if one is not None)
    return found


def _asked(name: str) -> int:
    """Zero where every test of a module passes."""
    files = [str(HERE / f"test_{test}.py") for test in TESTS[name]]
    options = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-m", "not trust and not bench"]
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        return int(pytest.main([*options, *files]))


def _try(mutant: Mutant) -> int:
    """Start a fork in which the tests meet the mutant; its number."""
    child = os.fork()
    if child:
        return child
    signal.alarm(SECONDS)
    module = importlib.import_module(f"prisoners.privacy.{mutant.module}")
    _live(module, mutant.function).__code__ = mutant.code
    for one in vars(module).values():
        if hasattr(one, "cache_clear"):
            one.cache_clear()
    try:
        survived = _asked(mutant.module) == 0
    except BaseException:  # noqa: BLE001 -- whatever the mutant does, it was noticed
        survived = False
    os._exit(int(survived))


def survivors_of(name: str) -> tuple[int, list[Mutant]]:
    """How many mutants a module has, and those that no test noticed."""
    assert _asked(name) == 0, f"the tests of {name} fail without any mutant"
    made, running, survivors = 0, dict[int, Mutant](), list[Mutant]()

    def one_ends() -> None:
        child, status = os.wait()
        if os.waitstatus_to_exitcode(status) == 1:
            survivors.append(running[child])
        del running[child]

    for mutant in mutants_of(name):
        made += 1
        if len(running) == AT_ONCE:
            one_ends()
        running[_try(mutant)] = mutant
    while running:
        one_ends()
    return made, sorted(survivors, key=lambda one: one.line)


def main(names: list[str]) -> None:
    """Print the score of each module, one JSON line each, and the survivors among the talk."""
    for name in names or list(TESTS):
        made, survivors = survivors_of(name)
        for one in survivors:
            sys.stderr.write(f"{name}.py:{one.line} {one.function}: {one.what}\n")
        sys.stdout.write(json.dumps({"module": name, "mutants": made, "survived": len(survivors)}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
