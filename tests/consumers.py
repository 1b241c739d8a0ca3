"""The programs for which files are made: TeX, Pandoc, and a browser with libraries of JavaScript."""

import json
import os
import shutil
import subprocess
import threading
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *(
        "--disable-component-update",
        "--disable-sync",
        "--virtual-time-budget=20000",
        "--window-size=1250,800",
    ),
    # Whatever a page asks for from elsewhere is not there.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def program(*names):
    """Return the path of the first of some programs that there is; skip the test if there is none."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or lacking(names[0])


def lacking(what):
    """Skip a test for want of something; fail where all has to be there."""
    if os.environ.get("BILATERAL_CONSUMERS") == "all":
        pytest.fail(f"there is no {what}")
    pytest.skip(f"needs {what}")


def run(*command, data=None, folder=None, code=0):
    """Return what a program prints; it has to end with the code."""
    done = subprocess.run(
        list(map(str, command)), input=data, cwd=folder, capture_output=True, timeout=120, check=False
    )
    printed = (done.stdout + done.stderr).decode(errors="replace")
    assert done.returncode == code, printed[-2000:]
    return done.stdout.decode(errors="replace") if code == 0 else printed


def node_modules(*names):
    """Return the folder with libraries of JavaScript; skip the test if one is not there."""
    folder = Path(os.environ.get("BILATERAL_NODE_MODULES", ""))
    for name in names:
        if not (folder / name / "package.json").is_file():
            lacking(f"{name} from npm, in the folder that BILATERAL_NODE_MODULES names")
    return folder


def in_browser(page, files, folder, libraries=None):
    """Return what a page has found out, as the object that its script leaves in ``<pre id="result">``.

    Args:
        page: HTML of the page; ``alert`` is there to be called, and what is given to it is kept in ``ran``.
        files: what else the page may ask for, by name.
        folder: an empty folder.
        libraries: a folder that the page sees as ``/node_modules``.
    """
    browser = program(*_BROWSERS)
    site = folder / "site"
    site.mkdir()
    (site / "page.html").write_text(f"{_HEAD}{page}", encoding="utf-8")
    for name, data in files.items():
        (site / name).write_bytes(data)
    if libraries is not None:
        (site / "node_modules").symlink_to(libraries)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_port}/page.html"
            profile = f"--user-data-dir={folder / 'profile'}"
            shot = f"--screenshot={folder / 'page.png'}"
            seen = run(browser, *_FLAGS, profile, shot, "--dump-dom", address)
        finally:
            server.shutdown()
            thread.join()
    _, _, rest = seen.partition('<pre id="result">')
    assert rest, seen[-2000:]
    return json.loads(unescape(rest.partition("</pre>")[0]))


_HEAD = (
    "<!doctype html><meta charset=utf-8>"
    "<script>window.ran = []; window.alert = what => ran.push(what)</script>"
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass
