"""The tail is guarded: no function over 40 lines, no module over 300, a sentence on every module."""

from __future__ import annotations

import ast

from tests.house.tree import modules, named, parsed

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
PRODUCT = ("prisoners", "cli.py", "data", "docs")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def lines_of(node: ast.stmt) -> int:
    """How many lines a definition takes, its decorators not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def statements_of(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements of a module, those of its classes taken out of them."""
    return [
        inner
        for node in body
        for inner in (statements_of(node.body) if isinstance(node, ast.ClassDef) else [node])
    ]


def declares(node: ast.stmt) -> bool:
    """Whether a statement is data, a field, or an `__init__` that decides nothing, as a fault has."""
    if isinstance(node, FUNCTIONS) and node.name == "__init__":
        return all(isinstance(inner, (ast.Assign, ast.AnnAssign, ast.Expr)) for inner in node.body)
    return isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr, ast.Import, ast.ImportFrom, ast.Pass))


def only_declares(tree: ast.Module) -> bool:
    """Whether at least nine lines in ten of a module are tables of data or fields, not things to do."""
    statements = statements_of(tree.body)
    done = sum(lines_of(node) for node in statements if not declares(node))
    return 10 * done <= sum(map(lines_of, statements))


def too_long_functions(tree: ast.Module, where: str) -> list[str]:
    """One line for every function over the limit, and by how much."""
    return [
        f"{where}:{node.lineno}: {node.name} has {length} lines, {length - LONGEST_FUNCTION} too many"
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS) and (length := lines_of(node)) > LONGEST_FUNCTION
    ]


def too_long_module(text: str, where: str) -> list[str]:
    """The complaint about a module over the limit, unless it only declares."""
    length = len(text.splitlines())
    if length <= LONGEST_MODULE or only_declares(ast.parse(text)):
        return []
    return [f"{where}: {length} lines, {length - LONGEST_MODULE} too many"]


def test_no_function_is_longer_than_forty_lines():
    assert [line for path in modules() for line in too_long_functions(parsed(path), named(path))] == []


def test_no_module_is_longer_than_three_hundred_lines():
    long = [
        line
        for path in modules(*PRODUCT)
        for line in too_long_module(path.read_text(encoding="utf-8"), named(path))
    ]
    assert long == []


def test_a_sentence_opens_every_module():
    silent = [
        named(path) for path in modules() if not (ast.get_docstring(parsed(path)) or "").partition("\n")[0]
    ]
    assert silent == []


def test_a_long_module_of_functions_is_named_with_its_excess():
    text = '"""Much to do."""\n' + "def one():\n    return 1\n" * 155
    assert too_long_module(text, "prisoners/much.py") == ["prisoners/much.py: 311 lines, 11 too many"]


def test_a_long_table_of_data_is_no_long_module():
    assert too_long_module('"""A table."""\n' + "A = 1\n" * 400, "prisoners/table.py") == []


def test_a_long_list_of_faults_with_their_sentences_is_no_long_module():
    fault = "class F(E):\n    def __init__(self, name):\n        super().__init__(f'No {name}.')\n"
    assert too_long_module('"""Faults."""\n' + fault * 150, "prisoners/errors.py") == []


def test_an_opening_that_decides_something_is_no_declaration():
    chooser = "class C:\n    def __init__(self, a):\n        if a:\n            self.a = 1\n"
    assert too_long_module('"""Choosers."""\n' + chooser * 80, "a.py") == ["a.py: 321 lines, 21 too many"]


def test_a_long_function_is_named_with_its_excess():
    tree = ast.parse("def long():\n" + "    a = 1\n" * 41)
    assert too_long_functions(tree, "a.py") == ["a.py:1: long has 42 lines, 2 too many"]
