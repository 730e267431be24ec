"""The verbs that change the registry; the first parameter is the unit of work."""
