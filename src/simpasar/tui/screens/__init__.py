"""The screens, one to a room."""
