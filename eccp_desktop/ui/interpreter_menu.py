"""Who could interpret in a meeting, as a menu: those who can first, the others with what stands in the way."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from eccp_desktop.actions.intent import Intent
from eccp_desktop.actions.interpreters import AssignInterpreter, TakeInterpreterAway
from eccp_desktop.base.i18n import N_
from eccp_desktop.base.language_names import language_name
from eccp_desktop.domain.hall import Hall, HallMeeting
from eccp_desktop.domain.ids import MeetingId
from eccp_desktop.domain.interpreting import interpreter_refusal, interpreters_in, need_in
from eccp_desktop.ui.interpreter_texts import tongues
from eccp_desktop.ui.texts import sentence

Do = Callable[[Intent[object], str], object]


def interpreter_menu(hall: Hall, meeting: MeetingId, do: Do, parent: QWidget, *, meant: bool = False) -> QMenu:
    """A menu for a seated meeting; `do` gets an intent and what to say when it is done. `meant` reaches into the past."""
    found = hall.meetings[meeting]
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(N_("Who interprets"))
    menu.addAction(_title(hall, found)).setEnabled(False)
    refused = []
    for diary in sorted(interpreters_in(hall).values(), key=lambda one: one.name):
        if diary.id in found.interpreters:
            continue
        name = f"{diary.name.replace('&', '&&')} ({', '.join(map(language_name, sorted(diary.languages)))})"
        intent = AssignInterpreter(meeting, diary.id, meant)
        said = N_("{name} interprets in meeting {number}.").format(name=diary.name, number=found.number)
        refusal = interpreter_refusal(hall, meeting, diary.id)
        if refusal is None:
            menu.addAction(name).triggered.connect(lambda _=False, intent=intent, said=said: do(intent, said))
        else:
            refused.append(sentence(refusal).replace("&", "&&"))
    if found.interpreters:
        names = N_(" and ").join(hall.diaries[one].name for one in found.interpreters)
        said = N_("Nobody interprets in meeting {number} any more.").format(number=found.number)
        menu.addSeparator()
        away = menu.addAction(N_("Take {names} away").format(names=names.replace("&", "&&")))
        away.triggered.connect(lambda _=False: do(TakeInterpreterAway(meeting, meant), said))
    if refused:
        menu.addSeparator()
        for line in refused:
            menu.addAction(line).setEnabled(False)
    if not interpreters_in(hall):
        menu.addAction(N_("Nobody interprets yet: say on the People page who does.")).setEnabled(False)
    return menu


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Show the menu at a global position, its first entry that can be used chosen."""
    menu.popup(place)
    usable = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    if usable:
        menu.setActiveAction(usable[0])


def _title(hall: Hall, meeting: HallMeeting) -> str:
    need = need_in(hall, meeting.people)
    if not need:
        return N_("Meeting {number}: all share a language").format(number=meeting.number)
    return N_("Meeting {number} needs {languages}").format(number=meeting.number, languages=tongues(need.tongues))
