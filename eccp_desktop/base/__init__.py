"""Clock, ids, paths, resources, settings, words: what every layer may use. Standard library, platformdirs, Babel."""
