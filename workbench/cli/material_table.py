"""The verbs on maps, memos, sessions, speakers and reviews, as data; part of the table in `verbs`."""

from workbench.cli.verb import Verb, acting, argument, listed

_MAP_NAME = argument("name", metavar="NAME", text="map")

_MAPS = (
    Verb("map", "line.map_show", ""),
    Verb("map save", "line.map_save", "map_verbs:save", (
        argument("name", metavar="NAME", text="new_map"),
        argument("--stage", choices=("initial", "developed", "final"), default="initial"),
    ), acting()),
    Verb("map list", "line.map_list", "map_verbs:list_maps", (), listed("name stage coder created themes codes")),
    Verb("map show", "line.map_show", "map_verbs:show", (
        argument("name", nargs="?", metavar="NAME", text="map_or_now"),
    ), ("name", "stage", "coder", "created", "themes")),
    Verb("map diff", "line.map_diff", "map_verbs:diff", (
        argument("before", metavar="BEFORE", text="map"),
        argument("after", nargs="?", metavar="AFTER", text="map_or_now"),
    ), listed("kind name before after text")),
    Verb("map remove", "line.map_remove", "map_verbs:remove", (_MAP_NAME,), acting()),
)  # fmt: skip

MATERIAL: tuple[Verb, ...] = _MAPS
