"""What a trainer writes: the scenario, its key words, its file."""
