"""What every test stands on: no network, and properties tried as often as the run allows."""

import os
import runpy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from prisoners.commands import settings as homes
from tests.example_registry import example_home, example_registry  # noqa: F401 -- fixtures for every room

GUARD = Path(__file__).parent / "house" / "guard"

# This process is guarded here; Python itself runs the same file in every process that the tests start.
runpy.run_path(str(GUARD / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH", "")]))

# Two busy cores make any single example slow now and then: no deadline.
settings.register_profile(
    "house", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("trust", parent=settings.get_profile("house"), max_examples=10_000)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def no_home_is_left_chosen():
    """A folder that a test named by `--home` is not that of the next one."""
    yield
    homes._chosen.clear()
