"""The trainer's bench: beginning, seeing and watching a scenario that is being written."""
