"""Random codebooks with the texts that files get wrong."""

import uuid

from hypothesis import strategies as st

from workbench.study.codebook_file import CodebookFile, FileCode
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


@st.composite
def codebooks(draw: st.DrawFn, *, texts: st.SearchStrategy[str] = texts) -> CodebookFile:
    counter = iter(range(1, 10_000))

    def level(depth: int) -> tuple[FileCode, ...]:
        here = draw(st.lists(names, max_size=3 if depth else 4, unique_by=str.casefold))
        return tuple(
            FileCode(
                name, str(uuid.UUID(int=next(counter) << 64 | 0xABCDEF)), *(draw(texts) for _ in range(5)),
                draw(colours), draw(st.booleans()), level(depth + 1) if depth < 2 else (),
            )
            for name in here
        )  # fmt: skip

    return CodebookFile(draw(names), level(0))
