"""How wide the panel at the right of a tab is."""

ROOMY = 1000
"""Pixels of the tab's width from which panel and choices have all their room."""

TIGHT = 760
"""Pixels below which the choices stand in a line of their own."""

WIDTH, WIDTH_NARROW, WIDTH_TIGHT = 360, 296, 240


def side_width(tab: int) -> int:
    """The panel's pixels in a tab of this width: the same on every tab, so that nothing jumps when another is chosen."""
    return WIDTH if tab >= ROOMY else WIDTH_TIGHT if tab < TIGHT else WIDTH_NARROW
