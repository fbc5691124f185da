"""Turns a Problem (values) into a Timetable (values): engine, checker, explanations. The only place that loads OR-tools."""
