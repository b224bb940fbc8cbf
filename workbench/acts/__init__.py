"""What a researcher does, one verb each: check the rules, write once, announce one Change."""
