"""`python -m eccp_desktop`: the command line."""

from multiprocessing import freeze_support

from eccp_desktop.cli import main

if __name__ == "__main__":
    freeze_support()  # the engine runs in a spawned process, also in a bundle
    main()
