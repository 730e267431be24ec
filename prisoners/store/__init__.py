"""Where it is kept: units of work, the law of history, schema, migrations, backups."""
