"""Nobody imports upwards: the contracts in pyproject.toml hold."""

from __future__ import annotations

import tomllib

from importlinter.cli import lint_imports

from tests.house.tree import HOUSE

CONTRACTS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]


def test_every_contract_holds(capsys):
    broken = lint_imports(config_filename=str(HOUSE / "pyproject.toml"), no_cache=True)
    assert broken == 0, capsys.readouterr().out


def test_every_room_stands_on_a_floor():
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    rooms = {room.strip() for layer in layers for room in layer.split("|")}
    standing = {
        path.stem for path in (HOUSE / "prisoners").iterdir() if path.suffix == ".py" or path.is_dir()
    }
    assert standing - rooms == {"__init__", "__pycache__"} & standing
