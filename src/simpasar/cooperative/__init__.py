"""The koperasi: its members, its books, its meetings, its surplus."""
