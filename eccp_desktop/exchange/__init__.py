"""Files in and out: spreadsheets, CSV, JSON. Knows values, no database."""
