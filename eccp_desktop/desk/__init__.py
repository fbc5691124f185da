"""The running program without a screen: write queue, undo, jobs, change broadcast."""
