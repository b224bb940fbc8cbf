"""Erasing a participant: what is known of them, which rows go, what is replaced, and how every file is written anew."""
