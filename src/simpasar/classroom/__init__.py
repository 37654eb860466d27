"""A class that plays one game together: all of it but painting."""
