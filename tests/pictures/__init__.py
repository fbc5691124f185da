"""Scenes of the window for `python -m tests.screenshots`: one module a page, each plays what the page can show."""
