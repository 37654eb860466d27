"""One team's business: its sheet, its books, its figures."""
