"""What questions about codings say of themselves, on the screens and the command line."""

QUERIES: dict[str, tuple[str, str]] = {
    "query.without": ("without {name}", "uten {name}"),
    "query.nobody_known": ("nobody known", "ingen kjent"),
    "query.no_attribute": (
        "Nobody in this study has «{name}»; known are {known}.",
        "Ingen i denne studien har «{name}»; kjent er {known}.",
    ),
    "query.no_value": (
        "Nobody has «{value}» as {name}; there are {known}.",
        "Ingen har «{value}» som {name}; det er {known}.",
    ),
}
