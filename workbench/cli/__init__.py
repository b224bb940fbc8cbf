"""The command line: every verb of the registry as plain lines in and out."""
