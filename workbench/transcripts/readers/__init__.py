"""One reader a format: bytes or text in, a `Draft` of lines out."""
