"""What may leave the house, for whom, and why."""
