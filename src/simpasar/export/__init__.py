"""A record's figures for other programs."""
