"""The verbs on memos, sessions, speakers, maps and reviews, as data; part of the table in `verbs`."""

from workbench.cli.verb import Verb

MATERIAL: tuple[Verb, ...] = ()
