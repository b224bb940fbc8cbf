"""The questions a researcher asks of the codings: quotes, what meets what, tables, coverage, growth.

Everything counts living codings in living transcripts; a code that was merged counts as the code it went into.
"""
