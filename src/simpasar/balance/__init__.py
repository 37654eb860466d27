"""Experiments with a scenario: bots play it on common seeds, statistics say what that tells."""
