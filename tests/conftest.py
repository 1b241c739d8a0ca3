"""What tests share: how hard hypothesis tries, and the material that may lie beside the repository."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No deadlines: a slow machine is no failure of a property.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", PATIENT, max_examples=25)
settings.register_profile("ci", PATIENT, max_examples=100, derandomize=True, print_blob=True)
settings.register_profile("thorough", PATIENT, max_examples=2_000)
settings.load_profile(os.environ.get("BILATERAL_HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the repository, with source texts, corpora and test vectors."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder 'shared' beside the repository")
    return folder


@pytest.fixture(scope="session")
def seed_text(shared: Path) -> str:
    """The article that the dossier aze-kaz is read from, whole."""
    path = shared / "seed" / "jabbarova-2025.txt"
    if not path.is_file():
        pytest.skip("needs the text of the article in the folder 'shared/seed' beside the repository")
    return path.read_text(encoding="utf-8")
