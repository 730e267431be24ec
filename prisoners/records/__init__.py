"""What things are: one file a table, a form that validates and the row that is stored."""
