"""`python -m simpasar`."""

from simpasar.cli import main

main()
