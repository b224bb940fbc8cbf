"""What `check` looks at, one module a matter."""
