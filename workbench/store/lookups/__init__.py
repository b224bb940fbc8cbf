"""Questions put to the study file, answered with the nouns of `study`."""
