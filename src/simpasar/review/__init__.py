"""The evaluator's bench: what was decided well, apart from luck."""
