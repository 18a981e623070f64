"""Take the pictures of `docs/screenshots/`: a demo of its own, the screens of the table, small PNG files.

    python -m scripts.take_screenshots [NAME …]

Needs Chromium (CHROMIUM= names one) and the packages of the tests. A name chooses the pictures that begin so.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from config.listening import answers
from scripts.try_demo import free_port

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "screenshots"
LARGEST = 200 * 1024  # bytes of a picture
TALLEST = 2400  # pixels: what is longer is cut off
COLOURS = (256, 128, 64, 32)
PATIENCE = 120.0  # seconds for the demo to answer
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PREPARATION = (
    ["migrate", "--no-input", "--verbosity", "0"],
    ["load_reference"],
    ["rebuild_search_index"],
    ["collectstatic", "--no-input", "--verbosity", "0"],
    ["load_sample"],
    ["load_sample_stories"],
)
#: Placeholders of addresses → the record that they name in the demo.
KEYS = """
import json
from heritage.models import HeritageSite, IndustrialArea, Intervention, RelocationCase, Survey
cement_works = HeritageSite.objects.get(name_zh__startswith="哈达湾水泥厂")
case = RelocationCase.objects.get(enterprise__slug="training-chemical-company")
sites = {row.sample_key: row.pk for row in HeritageSite.objects.filter(division__is_training=True)}
site = sites["training-machine-works"]
relocated = Intervention.objects.get(site=sites["training-chemical-works"])
print(json.dumps({
    "site": site,
    "survey": Survey.objects.filter(site=site).earliest("surveyed_on").pk,
    "case": case.pk,
    "number": cement_works.number,
    "late": sites["training-power-station"],
    "recognised": sites["training-flour-mill"],
    "intervention": relocated.pk,
    "area": IndustrialArea.objects.get(division__is_training=True).pk,
    "kiln": sites["training-brick-kiln"],
    "twin": sites["training-print-works"],
    "other_twin": sites["training-print-works-twice"],
}))
"""


@dataclass(frozen=True)
class Screen:
    """One picture: its file name, the address, who looks (blank for a stranger), and how wide the window is.

    `scroll_to`: a selector that is brought to the top first.
    """

    name: str
    address: str
    user: str
    width: int
    scroll_to: str = ""
    is_dark: bool = False

    @property
    def height(self) -> int:
        return 1300 if self.width > 600 else 1100


def at_both_widths(name: str, address: str, user: str, scroll_to: str = "") -> list[Screen]:
    return [Screen(f"{name}-{width}", address, user, width, scroll_to) for width in (1280, 360)]


def in_public(name: str, address: str) -> list[Screen]:
    """A public page at both widths, and dark."""
    return [
        *at_both_widths(f"public-{name}", address, ""),
        Screen(f"public-{name}-1280-dark", address, "", 1280, is_dark=True),
    ]


SCREENS: list[Screen] = [
    *in_public("home", "/"),
    *in_public("stories", "/stories/"),
    *in_public("story", "/stories/hadawan-cement-works/"),
    *in_public("projects", "/projects/"),
    *in_public("project", "/projects/siping-railway-park/"),
    *in_public("record", "/sites/{number}/"),
    *in_public("search", "/search/?q=%E9%93%81%E8%B7%AF"),
    *at_both_widths("public-map", "/map/", ""),
    *at_both_widths("public-cite", "/sites/{number}/cite/", ""),
    *at_both_widths("public-index", "/sites/", ""),
    *at_both_widths("public-theme", "/en/themes/railways/", ""),
    *at_both_widths("public-area", "/areas/siping-tiedong/", ""),
    *at_both_widths("public-relocation", "/relocation/", ""),
    *at_both_widths("public-browse", "/browse/type/", ""),
    *at_both_widths("public-about", "/about/", ""),
    *at_both_widths("officers-dashboard", "/admin/", "training-officer-1"),
    *at_both_widths("officers-dashboard-province", "/admin/", "province-reviewer"),
    *at_both_widths("officers-list", "/admin/snippets/heritage/heritagesite/", "training-officer-1"),
    *at_both_widths(
        "officers-record", "/admin/snippets/heritage/heritagesite/edit/{site}/", "training-officer-2"
    ),
    *at_both_widths(
        "officers-survey", "/admin/snippets/heritage/survey/inspect/{survey}/", "training-officer-1"
    ),
    *at_both_widths("officers-designation", "/admin/status/{site}/", "training-officer-1"),
    *at_both_widths("officers-case", "/admin/relocation/cases/{case}/", "training-officer-1"),
    *at_both_widths("officers-case-file", "/admin/cases/{case}/file/", "training-officer-1"),
    *at_both_widths("officers-work", "/admin/work/", "training-officer-1"),
    *at_both_widths("officers-overview-province", "/admin/overview/", "province-reviewer"),
    *at_both_widths("officers-recognition", "/admin/sites/{recognised}/recognition/", "training-city"),
    *at_both_widths("officers-four-haves", "/admin/four-haves/{late}/", "training-officer-1"),
    *at_both_widths("officers-intervention", "/admin/interventions/{intervention}/", "training-officer-1"),
    *at_both_widths("officers-coverage", "/admin/coverage/area/{area}/", "training-officer-1"),
    *at_both_widths("officers-evidence-sheet", "/admin/coverage/area/{area}/sheet/", "training-officer-1"),
    *at_both_widths("officers-beside", "/admin/beside/{twin}/{other_twin}/", "training-officer-1"),
    *at_both_widths("officers-history", "/admin/sites/{kiln}/history/", "training-officer-1"),
]


class ScreenshotError(Exception):
    """A picture could not be taken, or is too large; the message says which."""


def main(wanted: list[str]) -> int:
    """Take the pictures; return 1 with a sentence when one cannot be taken."""
    screens = [screen for screen in SCREENS if not wanted or screen.name.startswith(tuple(wanted))]
    try:
        with tempfile.TemporaryDirectory(prefix="heritage-screens-") as folder:
            passwords, keys = prepare(Path(folder))
            with served(Path(folder)) as url, sync_playwright() as driver:
                browser = driver.chromium.launch(
                    executable_path=chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"]
                )
                for screen in screens:
                    take(browser, url, screen, passwords, keys)
    except ScreenshotError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def prepare(folder: Path) -> tuple[dict[str, str], dict[str, str | int]]:
    """Make a demo with sample and training county; return the passwords by login, and the keys of records."""
    for command in PREPARATION:
        manage(folder, *command)
    logins = json.loads(manage(folder, "create_officer", "--sample", "--json"))
    logins += json.loads(manage(folder, "load_training", "--json"))["logins"]
    keys = json.loads(manage(folder, "shell", "--verbosity", "0", "-c", KEYS))
    return {login["username"]: login["password"] for login in logins}, keys


def manage(folder: Path, *command: str) -> str:
    """Run a management command on the demo's data and return what it printed."""
    print(" ".join(command[:1]), "…", file=sys.stderr, flush=True)
    finished = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode != 0:
        raise ScreenshotError(f"{command[0]}: {finished.stderr[-2000:]}")
    return finished.stdout


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "config.settings.production"),
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
    }


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the demo on a port of its own."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**environment(folder), "BASE_URL": f"http://127.0.0.1:{port}"},
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers("127.0.0.1", port, "/healthz"):
            if time.monotonic() > deadline:
                raise ScreenshotError("the demo does not answer")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE)


def chromium() -> str:
    """Find the browser of the system."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise ScreenshotError("needs a browser: install chromium, or name one with CHROMIUM=")
    return found


def take(
    browser: Browser, url: str, screen: Screen, passwords: dict[str, str], keys: dict[str, str | int]
) -> None:
    """Open the screen in a window of its own, as its user, and keep what it shows."""
    window = ViewportSize(width=screen.width, height=screen.height)
    page = browser.new_context(
        base_url=url,
        viewport=window,
        locale="zh-CN",
        reduced_motion="reduce",
        color_scheme="dark" if screen.is_dark else "light",
    ).new_page()
    if screen.user:
        sign_in(page, screen.user, passwords[screen.user])
    answer = page.goto(screen.address.format(**keys))
    if answer is None or answer.status != 200:
        raise ScreenshotError(f"{screen.name}: {screen.address} answered {answer and answer.status}")
    page.wait_for_load_state("networkidle")
    if screen.scroll_to:
        page.locator(screen.scroll_to).scroll_into_view_if_needed()
    keep(screen.name, page.screenshot(full_page=True))
    page.context.close()


def sign_in(page: Page, user: str, password: str) -> None:
    page.goto("/admin/login/")
    page.locator("#id_username").fill(user)
    page.locator("#id_password").fill(password)
    page.locator("[type=submit]").click()
    page.wait_for_url(re.compile(r"/admin/$"))


def keep(name: str, content: bytes) -> None:
    """Write a picture with as many colours as its size allows."""
    image = Image.open(BytesIO(content)).convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, TALLEST)))
    for colours in COLOURS:
        small = BytesIO()
        image.quantize(colours).save(small, "PNG", optimize=True)
        if small.tell() <= LARGEST:
            PICTURES.mkdir(parents=True, exist_ok=True)
            (PICTURES / f"{name}.png").write_bytes(small.getvalue())
            print(f"{name}: {small.tell() // 1024} KB", file=sys.stderr, flush=True)
            return
    raise ScreenshotError(f"{name} is larger than {LARGEST // 1024} KB with {COLOURS[-1]} colours")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
