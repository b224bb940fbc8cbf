"""Random codebooks with the texts that files get wrong."""

import uuid
from typing import Any

from hypothesis import strategies as st

from workbench.study.codebook_file import CodebookFile, FileCode
from workbench.study.codes import CodeSource
from workbench.study.text import canonical, squeeze_name

AWKWARD = [
    "No", "yes", "null", "~", "På", "007", "1.5", "2024-01-01", "# ikke kommentar", "a: b", "- punkt", "@navn", "=1+1",
    "'=1+1", "«sitat»", "A > B", "A >> B", "C:\\mappe", "\\>", "& < > \" '", "🧵 tråd", "سلام", "教师", "e\u0301n",
    "*alias", "&anker", "!tag", "%YAML", "{a}", "[b]", "|", ">", "?", ":", "a #b", "trailing:", "mer\ufeffke", "\ue000",
]  # fmt: skip
LINES = [
    "", "Example:", "\\Example:", "Full definition:", "When to use: her", "  innrykk", "slutt  ", "\tfane", "---",
]  # fmt: skip
names = (
    st.one_of(st.sampled_from(AWKWARD), st.text(max_size=20))
    .map(squeeze_name)
    .filter(lambda name: name and squeeze_name(name) == name)
)
texts = (
    st.lists(st.one_of(st.sampled_from(AWKWARD + LINES), st.text(max_size=12)), max_size=5)
    .map("\n".join)
    .map(lambda text: canonical(text).text.strip())
    .filter(lambda text: canonical(text).text.strip() == text)
)
colours = st.sampled_from(["", "#0072B2", "#FFFFFF"])


other_names = st.lists(names.filter(lambda name: ";" not in name), max_size=2, unique_by=str.casefold)


@st.composite
def codebooks(draw: st.DrawFn, *, texts: st.SearchStrategy[str] = texts, facts: bool = True) -> CodebookFile:
    """Return a codebook; without `facts` none that some formats have no word for."""
    counter = iter(range(1, 10_000))

    def told_of(name: str) -> dict[str, Any]:
        if not facts:
            return {"counter_example": draw(texts)}
        aliases = tuple(one for one in draw(other_names) if one.casefold() != name.casefold())
        return {
            "counter_example": draw(texts), "aliases": aliases, "source": draw(st.sampled_from(CodeSource)).value,
            "owner": draw(st.sampled_from(["", "Ane", "=Per"])),
        }  # fmt: skip

    def level(depth: int) -> tuple[FileCode, ...]:
        here = draw(st.lists(names, max_size=3 if depth else 4, unique_by=str.casefold))
        return tuple(
            FileCode(
                name, str(uuid.UUID(int=next(counter) << 64 | 0xABCDEF)), *(draw(texts) for _ in range(5)),
                draw(colours), draw(st.booleans()), level(depth + 1) if depth < 2 else (),
                **told_of(name),
            )
            for name in here
        )  # fmt: skip

    return CodebookFile(draw(names), level(0))
