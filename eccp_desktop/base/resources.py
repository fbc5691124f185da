"""Where the files that travel with the program lie: beside the package in a wheel, above it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _carried(folder: str) -> Path:
    in_wheel = _PACKAGE / folder
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / folder


def resource_path(*parts: str) -> Path:
    """A file or folder under resources/."""
    return _carried("resources").joinpath(*parts)


def database_path(*parts: str) -> Path:
    """A file or folder under db/ (migrations, demo)."""
    return _carried("db").joinpath(*parts)
