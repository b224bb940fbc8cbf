"""The same screens in a browser on this machine: a small server, its page, and a terminal for each window."""
