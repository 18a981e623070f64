"""Where everything is installed a skip is a failure; elsewhere it is a skip that gives its reason."""

import shutil
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
SUITE = """
import pytest

def test_passes():
    pass

def test_without_a_tool():
    pytest.skip("needs a tool")

@pytest.mark.not_offered
def test_of_what_an_engine_cannot_do():
    pytest.skip("no phrases in this engine")

@pytest.mark.xfail(reason="known")
def test_expected_to_fail():
    assert False

def test_in_a_browser(browser_type_launch_args):
    pass
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A small suite under our conftest, on a machine without a browser."""
    shutil.copy(CONFTEST, pytester.path)
    pytester.makeini("[pytest]\nmarkers =\n    not_offered: allowed\n")
    pytester.makepyfile(SUITE)
    monkeypatch.setenv("PYTHONPATH", str(CONFTEST.parents[1]))
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("CHROMIUM", raising=False)
    return pytester


def test_a_skip_stays_a_skip_with_its_reason(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI_REQUIRE_ALL", raising=False)
    result = suite.runpytest_subprocess("-rs", "-p", "no:django")
    result.assert_outcomes(passed=1, skipped=3, xfailed=1)
    result.stdout.fnmatch_lines(["*needs a browser: install chromium*"])


def test_a_skip_fails_where_everything_is_installed(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI_REQUIRE_ALL", "1")
    result = suite.runpytest_subprocess("-rs", "-p", "no:django")
    result.assert_outcomes(passed=1, skipped=1, failed=1, errors=1, xfailed=1)
    result.stdout.fnmatch_lines(["*needs a tool — and CI_REQUIRE_ALL allows no skip*"])


def test_a_module_that_skips_itself_fails_there_too(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI_REQUIRE_ALL", "1")
    suite.makepyfile(test_absent='import pytest\npytest.skip("all of it", allow_module_level=True)\n')
    result = suite.runpytest_subprocess("-p", "no:django", "test_absent.py")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*all of it — and CI_REQUIRE_ALL allows no skip*"])
