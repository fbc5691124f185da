"""The command line: everything that the window can do, without a screen."""

from eccp_desktop.cli.program import main, run

__all__ = ["main", "run"]
