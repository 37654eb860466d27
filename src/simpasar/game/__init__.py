"""The rounds of a class: state, sheets in, week, books, state out."""
