"""The study file: the only room with SQL."""
