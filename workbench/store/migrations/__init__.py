"""The formats a study file has had; a released one is never changed again."""
