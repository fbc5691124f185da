"""Logos are kept in the event file, as steps that can be taken back."""

import pytest

from eccp_desktop.actions.event_logo import RemoveLogo, SetLogo
from eccp_desktop.desk.desk import Desk
from eccp_desktop.domain.refusals import Refusal
from eccp_desktop.domain.vocabulary import LogoOwner
from eccp_desktop.store.checking import problems
from eccp_desktop.store.reads.history import event_history
from eccp_desktop.store.reads.logos import logos

PNG, OTHER = b"\x89PNG\r\n\x1a\n one", b"\x89PNG\r\n\x1a\n two"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_each_owner_has_one_logo_and_every_step_can_be_taken_back(desk: Desk) -> None:
    desk.do(SetLogo(PNG))
    desk.do(SetLogo(SVG, LogoOwner.ORGANISER))
    desk.do(SetLogo(OTHER))
    assert desk.read(logos) == {LogoOwner.EVENT: OTHER, LogoOwner.ORGANISER: SVG}
    assert desk.read(event_history)[0].title == "Set logo"
    desk.undo()
    assert desk.read(logos)[LogoOwner.EVENT] == PNG
    desk.do(RemoveLogo())
    assert desk.read(logos) == {LogoOwner.ORGANISER: SVG}
    desk.undo()
    assert desk.read(logos)[LogoOwner.EVENT] == PNG
    assert desk.read(problems) == []


@pytest.mark.parametrize(
    ("step", "code"),
    [
        (SetLogo(b"GIF89a"), "logo_unreadable"),
        (SetLogo(PNG + bytes(1_000_000)), "logo_too_large"),
        (RemoveLogo(LogoOwner.ORGANISER), "no_logo"),
    ],
)
def test_what_is_no_logo_is_refused(desk: Desk, step: SetLogo | RemoveLogo, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        desk.do(step)
    assert refused.value.code == code
    assert desk.read(logos) == {}
