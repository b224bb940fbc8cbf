"""A terminal workbench for the thematic analysis of transcribed interviews."""

__version__ = "0.1.0"
