"""The window. The only place that loads Qt; texts.py alone is free of it, because the command line speaks the same sentences."""
