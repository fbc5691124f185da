"""What can be done on the Timetable page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eccp_desktop.base.i18n import N_
from eccp_desktop.ui.commands import Command

if TYPE_CHECKING:
    from eccp_desktop.ui.pages.timetable.page import TimetablePage


def page_commands(page: "TimetablePage") -> Sequence[Command]:
    """The page's commands, in the order of the menu."""
    view, hands, bar = page.view, page.hands, page.bar

    def on_meeting() -> bool:
        return view.hasFocus() and view.current is not None and hands.carrying is None

    def in_tray() -> bool:
        return page.side.tray.list.hasFocus() and page.side.tray.list.row is not None

    def on_any() -> bool:
        return on_meeting() or in_tray()

    def helped() -> bool:
        return in_tray() and bool(page.side.tray.remedies)

    def cancel() -> None:
        page.tray_hands.cancel() if in_tray() else hands.cancel()

    return (
        Command("timetable.pick", N_("Move meeting"), hands.pick_current, "M", "hand-grabbing", when=on_meeting),
        Command("timetable.new", N_("Seat two who want to meet"), hands.arrange_meeting, "N", "calendar-plus"),
        Command("timetable.lock", N_("Lock or unlock meeting"), hands.toggle_lock, "L", "lock", when=on_meeting),
        Command(
            "timetable.interpreter", N_("Who interprets"), hands.choose_interpreter, "I", "translate", when=on_meeting
        ),
        Command(
            "timetable.unschedule", N_("Put meeting into the tray"), hands.unschedule, "Del", "tray", when=on_meeting
        ),
        Command("timetable.cancel", N_("Cancel meeting"), cancel, "X", "x-circle", when=on_any),
        Command("timetable.tray", N_("Go to the tray"), page.to_tray, "T", "tray"),
        Command("timetable.remedy", N_("Do what helps first"), page.side.tray.help_first, "R", "check", when=helped),
        Command("timetable.generate", N_("Generate timetable"), page.to_generate, "G", "play"),
        Command("timetable.compare", N_("Compare two versions"), page.to_compare, "C", "clock-counter-clockwise"),
        Command("timetable.turn", N_("People or tables"), bar.turn, "V", "arrows-clockwise"),
        Command("timetable.find", N_("Find a person or table"), bar.start_finding, "/;Ctrl+F", "magnifying-glass"),
        Command("timetable.next-day", N_("Next day"), lambda: bar.step_day(1), "Alt+Right", keys_only=True),
        Command("timetable.day-before", N_("Day before"), lambda: bar.step_day(-1), "Alt+Left", keys_only=True),
        Command("timetable.panel", N_("Show or fold the tray"), bar.panel.toggle, "Ctrl+B", "tray"),
        Command("timetable.larger", N_("Larger"), lambda: bar.set_zoom(bar.zoom + 1), "Ctrl++;Ctrl+="),
        Command("timetable.smaller", N_("Smaller"), lambda: bar.set_zoom(bar.zoom - 1), "Ctrl+-"),
    )
