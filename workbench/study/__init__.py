"""What a study is: its nouns and their rules. Pure: standard library only, no I/O."""
