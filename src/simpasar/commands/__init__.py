"""What people may ask of simpasar; each command imports what it needs when it runs."""
