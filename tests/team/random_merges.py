"""Random codebooks and what two colleagues might do to one of them."""

import uuid
from dataclasses import replace

from hypothesis import strategies as st

from workbench.study.codebook_file import CodebookFile, FileCode, FlatCode, FlatCodebook, nest
from workbench.team.merge_fields import parted_aliases

NAMES = ["Søvn", "søvn", "Kaffe", "Vakt", "Ro", "Uro", "Ro (2)"]
LINES = ["en", "to", "tre", "fire", "fem"]
aliases = st.lists(st.sampled_from(["Natt", "Kveld", "Ro"]), max_size=2, unique=True).map(tuple)
texts = st.lists(st.sampled_from(LINES), max_size=4).map("\n".join)


def guid(number: int) -> str:
    return str(uuid.UUID(int=number << 96 | 0xC0DE))


class Tree:
    """A codebook being worked on."""

    def __init__(self, rows: dict[str, FlatCode], order: dict[str | None, list[str]]) -> None:
        self.rows = dict(rows)
        self.order = {parent: list(children) for parent, children in order.items()}

    def copy(self) -> "Tree":
        return Tree(self.rows, self.order)

    def children(self, parent: str | None) -> list[str]:
        return self.order.setdefault(parent, [])

    def free(self, name: str, parent: str | None, but: str = "") -> bool:
        return all(self.rows[one].name.casefold() != name.casefold() for one in self.children(parent) if one != but)

    def below(self, code: str) -> set[str]:
        return {code}.union(*(self.below(child) for child in self.children(code)))

    def add(self, row: FlatCode, place: int) -> None:
        if row.guid not in self.rows and self.free(row.name, row.parent):
            self.rows[row.guid] = row
            self.children(row.parent).insert(place, row.guid)

    def rename(self, code: str, name: str) -> None:
        if self.free(name, self.rows[code].parent, code):
            self.rows[code] = replace(self.rows[code], name=name)

    def move(self, code: str, parent: str | None, place: int) -> None:
        row = self.rows[code]
        if parent not in self.below(code) and self.free(row.name, parent, code):
            self.children(row.parent).remove(code)
            self.children(parent).insert(place, code)
            self.rows[code] = replace(row, parent=parent)

    def delete(self, code: str) -> None:
        parent = self.rows[code].parent
        for child in list(self.children(code)):
            if self.free(self.rows[child].name, parent, code):
                self.move(child, parent, 0)
            else:
                self.delete(child)
        self.children(parent).remove(code)
        del self.rows[code]

    def file(self) -> CodebookFile:
        order = {parent: tuple(children) for parent, children in self.order.items() if children or parent is None}
        # A study gives each name to one code only.
        return nest("Prøve", FlatCodebook(parted_aliases(self.rows)[0], order))


def new_code(draw: st.DrawFn, number: int, tree: Tree) -> FlatCode:
    parent = draw(st.sampled_from([None, *tree.rows]))
    return FlatCode(
        guid(number), draw(st.sampled_from(NAMES)), parent, draw(texts), draw(texts), "", "", draw(texts),
        draw(st.sampled_from(["", "#0072B2", "#D55E00"])), draw(st.booleans()), draw(texts),
        draw(aliases), draw(st.sampled_from(["", "data"])), draw(st.sampled_from(["", "Ane"])),
    )  # fmt: skip


def work(draw: st.DrawFn, tree: Tree, numbers: range) -> None:
    """Do a few things to the tree; new codes take their GUIDs from `numbers`."""
    for number in numbers[: draw(st.integers(0, len(numbers)))]:
        what = draw(st.sampled_from(["add", "rename", "text", "fact", "colour", "codable", "move", "move", "delete"]))
        place = draw(st.integers(0, 3))
        if what == "add" or not tree.rows:
            tree.add(new_code(draw, number, tree), place)
            continue
        code = draw(st.sampled_from(list(tree.rows)))
        row = tree.rows[code]
        if what == "rename":
            tree.rename(code, draw(st.sampled_from(NAMES)))
        elif what == "text":
            field = draw(st.sampled_from(["brief", "definition", "example", "counter_example"]))
            tree.rows[code] = replace(row, **{field: draw(texts)})
        elif what == "fact":
            facts = {"source": st.sampled_from(["", "data", "theory"]), "owner": st.sampled_from(["", "Ane", "Per"])}
            field = draw(st.sampled_from(["aliases", *facts]))
            tree.rows[code] = replace(row, **{field: draw(facts.get(field, aliases))})
        elif what == "colour":
            tree.rows[code] = replace(row, colour=draw(st.sampled_from(["", "#009E73", "#CC79A7"])))
        elif what == "codable":
            tree.rows[code] = replace(row, codable=not row.codable)
        elif what == "move":
            tree.move(code, draw(st.sampled_from([None, *tree.rows])), place)
        else:
            tree.delete(code)


@st.composite
def triples(draw: st.DrawFn, *, shared: bool = True) -> tuple[CodebookFile, CodebookFile, CodebookFile]:
    """Return a codebook and two that came of it; with `shared` both sides may add the same GUID."""
    base = Tree({}, {None: []})
    for number in range(1, draw(st.integers(0, 7)) + 1):
        base.add(new_code(draw, number, base), draw(st.integers(0, 3)))
    ours, theirs = base.copy(), base.copy()
    work(draw, ours, range(100, 106))
    work(draw, theirs, range(103, 109) if shared else range(203, 209))
    return base.file(), ours.file(), theirs.file()


def guids(file: CodebookFile) -> set[str]:
    return {code.guid for code, _ in file.walk()}


def find(file: CodebookFile, name: str) -> FileCode:
    return next(code for code, _ in file.walk() if code.name == name)
