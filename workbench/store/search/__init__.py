"""Full text of the turns: the index and what is asked of it.

`find.find` finds turns, `regex_find.find_regex` finds them by regular expressions, step by step, and `notes.find_notes`
finds memos, definitions and quotes; all take a query of `study.search_query`. `index` keeps the index up.
"""
