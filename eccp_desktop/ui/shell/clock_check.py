"""The laptop's clock is looked at when an event is opened; here is what to say about it."""

from datetime import datetime, timedelta

from eccp_desktop.base.i18n import N_
from eccp_desktop.domain.laptop_clock import ClockFacts, Doubt, clock_doubt
from eccp_desktop.ui.texts import day_words


def clock_words(now: datetime, facts: ClockFacts) -> str:
    """What to say about a laptop's clock that says `now` (aware); empty where nothing speaks against it."""
    laptop = now.astimezone()
    offset = laptop.utcoffset() or timedelta()
    doubt = clock_doubt(now, offset, facts)
    here = now.astimezone(facts.zone)
    if doubt is Doubt.BEHIND and facts.last_step is not None:
        words = N_(
            "This laptop's clock says {now}, but the last step in this file is of {last}. Set the clock if it is wrong; "
            "steps keep their order either way."
        )
        return words.format(now=_moment(here), last=_moment(facts.last_step.astimezone(facts.zone)))
    if doubt is Doubt.LONG_AFTER:
        words = N_(
            "By this laptop's clock it is {now}, and this event was to begin on {first}. Set the clock if that is wrong; "
            "to try things out, rehearse the first day."
        )
        return words.format(now=_moment(here), first=f"{day_words(min(facts.days))} {min(facts.days).year}")
    if doubt is Doubt.OTHER_ZONE:
        words = N_(
            "By this laptop it is {now} at the venue ({zone}), and {laptop} on its own clock. If a watch at the venue says "
            "something else, set the laptop's time zone and clock."
        )
        return words.format(now=f"{here:%H:%M}", zone=facts.zone.key, laptop=f"{laptop:%H:%M}")
    return ""


def _moment(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y, %H:%M}"
