"""Where the program keeps what belongs to this laptop and not to an event."""

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "ECCP_DESKTOP_HOME"


def config_dir() -> Path:
    """Settings and the incarnations of this laptop; `ECCP_DESKTOP_HOME` moves it (tests, a stick with everything on it)."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else Path(platformdirs.user_config_dir("eccp-desktop", appauthor=False))


def reports_dir() -> Path:
    """Reports of faults, without personal data."""
    return config_dir() / "reports"
