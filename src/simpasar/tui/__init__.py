"""The game on one laptop: screens in a terminal. Painting and keys only, no rule of the game."""
