"""The Timetable page: the grid, the tray, and the panel that generates a timetable."""
