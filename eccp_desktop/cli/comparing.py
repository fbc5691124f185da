"""`compare`: what differs between two versions of the timetable."""

from typing import Annotated

import typer

from eccp_desktop.cli.answers import say
from eccp_desktop.cli.event import opened
from eccp_desktop.cli.options import AsJson, EventPath

THEN = typer.Option("--then", help="Number of a moment from the list; without it the moments are listed.")
NOW = typer.Option("--now", help="Number of the moment to compare with; 0 is now.")


def compare(
    event: EventPath,
    then: Annotated[int | None, THEN] = None,
    now: Annotated[int, NOW] = 0,
    as_json: AsJson = False,
) -> None:
    """Tell which meetings are new, moved, cancelled, interpreted by somebody else or locked between two moments, and whose sheets
    that changes."""
    from eccp_desktop.domain.refusals import Refusal
    from eccp_desktop.domain.versions import by_person, names_in
    from eccp_desktop.store.reads.versions import comparison, named_moments
    from eccp_desktop.ui.version_texts import comparison_words, difference_words, moment_words, person_words

    with opened(event, read_only=True) as desk:
        moments = desk.read(named_moments, desk.file.clock.now())
        called = [moment_words(moment, moments[0].at) for moment in moments]
        if then is None:
            facts = [
                {"number": number, "at": moment.at.isoformat(), "title": words}
                for number, (moment, words) in enumerate(zip(moments, called, strict=True))
            ]
            say(
                "\n".join(f"{number:4}  {words}" for number, words in enumerate(called)),
                {"moments": facts},
                as_json=as_json,
            )
            return
        for number in (then, now):
            if not 0 <= number < len(moments):
                raise Refusal("no_such_moment", number=number, last=len(moments) - 1)
        found = desk.read(comparison, moments[then].moment, moments[now].moment)
    people = by_person(found)
    lines = [f"{called[then]} -> {called[now]}: {comparison_words(found)}"]
    lines += [
        f"  {' and '.join(names_in(one.people, found.names))}: {difference_words(one, found.names)}"
        for one in found.differences
    ]
    lines += [f"{len(people)} people have another sheet:"] if people else []
    lines += [f"  {line.name}: {person_words(line)}" for line in people]
    facts_now = {
        "then": called[then],
        "now": called[now],
        "unchanged": found.unchanged,
        "differences": [
            {
                "meeting": one.number,
                "fate": one.fate.value,
                "people": names_in(one.people, found.names),
                "before": None if one.before is None else [one.before.start.isoformat(), one.before.table],
                "after": None if one.after is None else [one.after.start.isoformat(), one.after.table],
                "interpreters": names_in(sorted(one.helping), found.names),
                "interpreters_before": names_in(sorted(one.helped), found.names),
                "locked": one.locked,
            }
            for one in found.differences
        ],
        "people": [{"name": line.name, **{fate.value: line.counts[fate] for fate in line.counts}} for line in people],
    }
    say("\n".join(lines), facts_now, as_json=as_json)
