"""One writer a file format: a document or rows in, the bytes of a file out, the same bytes every time."""
