"""One simulated week of the market."""
