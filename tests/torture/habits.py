"""What people at the desk do all day, as keys one after the other; what begins with "=" is typed. Random hands play parts of it."""

HABITS: tuple[tuple[str, ...], ...] = (
    # The desk: a walk-in, a sheet, a badge, somebody late, two who sit down.
    (
        "Ctrl+1",
        "Ctrl+N",
        "=Zoë Nováková",
        "Tab",
        "=Wind Hub Brno",
        "Tab",
        "=Czechia",
        "Return",
        "Return",
        "Ctrl+Return",
    ),
    ("Ctrl+1", "=ross", "Return", "Ctrl+S", "Escape", "Ctrl+B", "Ctrl+H"),
    ("Ctrl+1", "=mull", "Down", "Ctrl+L", "Down", "Return"),
    ("Ctrl+1", "=kim", "Return", "Ctrl+M", "Down", "Return", "Return"),
    # The floor: a slot is called, answered, a hole filled, a table closed and opened, the slot ended.
    ("Ctrl+2", "C", "1", "1", "2", "Return", "1", "3", "G", "0", "1", "E", "Return"),
    ("Ctrl+2", "Right", "Right", "2", "Return", "Down", "Return"),
    ("Ctrl+2", "Right", "X", "Return", "Right", "O", "PgDown", "C", "S", "Home"),
    ("Ctrl+2", "Ctrl+H", "Shift+F9", "C", "1", "1", "1", "1", "E"),
    # The timetable: moved, locked, put away, taken out again, generated anew and stopped.
    ("Ctrl+5", "Right", "Down", "Right", "M", "Right", "Down", "Return", "Return", "Escape"),
    ("Ctrl+5", "Down", "Right", "L", "Down", "Del", "T", "Down", "Return", "Right", "Return"),
    ("Ctrl+5", "G", "Shift+Tab", "Ctrl+A", "=2", "Tab", "Return"),
    ("Ctrl+5", "G", "Shift+Tab", "Ctrl+A", "=9", "Tab", "Return", "Ctrl+1", "=lee", "Return", "Ctrl+5"),
    ("Ctrl+5", "V", "Alt+Right", "Right", "X", "Return", "C", "Tab", "Return"),
    ("Ctrl+5", "N", "=ross", "Return", "=kim", "Return", "Return"),
    # People, papers and the frame of the event.
    ("Ctrl+3", "Ctrl+E", "Tab", "Ctrl+A", "=Łukasz", "Return", "Ctrl+Return"),
    ("Ctrl+3", "Ctrl+D", "Down", "Ctrl+Return", "Down", "X"),
    ("Ctrl+6", "Down", "Down", "Ctrl+S", "Home", "Ctrl+P", "Ctrl+Shift+P", "Ctrl+P"),
    ("Ctrl+6", "End", "Up", "Ctrl+P", "Ctrl+8", "Ctrl+P"),
    ("Ctrl+0", "Tab", "Right", "Tab", "Down", "Return", "Tab", "Return"),
    ("Ctrl+K", "=number of tables", "Return", "Ctrl+A", "=13", "Return", "Return"),
    ("Ctrl+K", "=close a table", "Return", "Tab", "Space", "Return"),
    ("Ctrl+K", "=backup now", "Return", "Ctrl+K", "=go back to a backup", "Return", "Down", "Tab", "Return"),
    ("Ctrl+K", "=move a day", "Return", "Ctrl+A", "=2016-04-28", "Return", "Return"),
)
