"""Chromium, for tests of what only a browser can show."""

from contextlib import contextmanager
from tempfile import TemporaryDirectory

from consumers import lacking, node_modules, program

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)


@contextmanager
def chromium():
    """Yield a driver of a Chromium of its own, with a log of what is loaded; skip where there is none."""
    try:
        from selenium import webdriver
    except ImportError:
        lacking("selenium")
    browser, driver = program("chromium", "chromium-browser", "google-chrome"), program("chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
        try:
            yield started
        finally:
            started.quit()


def axe():
    """Return the source of axe-core; skip where it is not."""
    return (node_modules("axe-core") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def seen(driver, width, *, dark=False, medium="screen"):
    """Set how wide the window is, and what the reader prefers."""
    features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
