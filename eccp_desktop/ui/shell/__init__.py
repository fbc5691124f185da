"""What is around the pages: rail, strip, palette, keys, scanning, the start window."""
