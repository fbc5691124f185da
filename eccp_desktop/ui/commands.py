"""Everything a user can do is a line in a list; menus, buttons, keys, the palette and the shortcut sheet come from it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget

from eccp_desktop.ui.kit.buttons import primary_button, quiet_button
from eccp_desktop.ui.kit.icons import icon as icon_named


def always() -> bool:
    """For commands that can be used at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    `id` is its name for good ("desk.check-in"); `shortcut` is portable text ("Ctrl+K", "B", several with ";").
    A shortcut of one letter works wherever no text is being typed. `when` is asked whenever it is about to be offered.
    `keys_only` ones (arrows, digits of the roll-call) stand in the shortcut sheet but not in menu and palette.
    """

    id: str
    title: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    when: Callable[[], bool] = always
    keys_only: bool = False

    @property
    def keys(self) -> list[QKeySequence]:
        """The shortcuts as Qt knows them."""
        return [QKeySequence(text) for text in self.shortcut.split(";") if text]

    @property
    def shown_keys(self) -> str:
        """The first shortcut as it is written on a keyboard."""
        return self.key_names[0] if self.keys else ""

    @property
    def key_names(self) -> list[str]:
        """Every shortcut as it is written on a keyboard, once: both Enter keys are Enter, both ones are 1."""
        names = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in self.keys)
        return list(dict.fromkeys(name.replace("Return", "Enter").replace("Num+", "") for name in names))


class CommandAction(QAction):
    """A command as Qt's action. It runs only where `when` says so, even by key, and never behind a sheet or a menu that is
    open."""

    def __init__(self, command: Command, parent: QObject) -> None:
        super().__init__(command.title, parent)
        self.command = command
        self.setObjectName(command.id)
        self.setShortcuts(command.keys)
        if command.icon:
            self.setIcon(icon_named(command.icon))
        self.triggered.connect(self._run)

    def refresh(self) -> None:
        """Ask again whether it can be used."""
        self.setEnabled(self.command.when())

    def _run(self) -> None:
        if not self._behind_a_menu and not self._behind_a_sheet and self.command.when():
            self.command.run()

    @property
    def _behind_a_menu(self) -> bool:
        """Qt runs the shortcuts of what had the focus when a menu or a list popped up; one that is chosen from has closed.

        A list of completions is none: its field has the keys.
        """
        popup = QApplication.activePopupWidget()
        if popup is None or isinstance(self.parent(), QMenu):
            return False
        return not isinstance(popup.focusProxy(), QLineEdit)

    @property
    def _behind_a_sheet(self) -> bool:
        """Qt runs the shortcuts of a window that a sheet blocks, where the system still gives that window the keys."""
        front, place = QApplication.activeModalWidget(), self.parent()
        if front is None or not isinstance(place, QWidget) or isinstance(place, QMenu):
            return False
        return place is not front and not front.isAncestorOf(place)


def bind(commands: Iterable[Command], widget: QWidget, *, everywhere: bool = False) -> list[CommandAction]:
    """Give the commands' shortcuts to a widget: they work while the focus is inside it, or in its whole window."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    actions = []
    for command in commands:
        action = CommandAction(command, widget)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if everywhere else inside)
        widget.addAction(action)
        actions.append(action)
    return actions


def find(commands: Iterable[Command], id: str) -> Command:
    """The command with this id; raises KeyError."""
    for command in commands:
        if command.id == id:
            return command
    raise KeyError(id)


def command_button(command: Command, *, primary: bool = False, parent: QWidget | None = None) -> QPushButton:
    """A button that runs the command; its tooltip names the key."""
    make = primary_button if primary else quiet_button
    button = make(command.title, lambda: command.run() if command.when() else None, icon=command.icon, parent=parent)
    if command.shown_keys:
        button.setToolTip(f"{command.title} ({command.shown_keys})")
    return button


def menu(commands: Sequence[Command], parent: QWidget, *more: Sequence[Command]) -> QMenu:
    """A menu of the commands, a line between groups; those that cannot be used now are grey."""
    made = QMenu(parent)
    # Where the screen is low it is one list that scrolls, not columns that are mostly empty. A menu that has its style already
    # takes the change; one that is polished later does not.
    made.ensurePolished()
    made.setStyleSheet("QMenu { menu-scrollable: 1; }")
    for group in (commands, *more):
        if not made.isEmpty():
            made.addSeparator()
        for command in group:
            if not command.keys_only:
                made.addAction(_menu_action(command, made))
    return made


def _menu_action(command: Command, parent: QMenu) -> CommandAction:
    action = CommandAction(command, parent)
    action.setShortcuts(QKeySequence.listFromString(command.shown_keys))  # shown only: the window has the keys
    action.setShortcutVisibleInContextMenu(True)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.refresh()
    return action
