"""The workbench in a terminal: rooms, keys, drawing."""
