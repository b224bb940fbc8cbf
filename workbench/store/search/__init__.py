"""Full text of the turns: the index and what is asked of it."""
