"""The audit trail as one page to read, filter and print: a file of its own that asks nobody for anything.

Style and the few lines of script stand in the page and are named by their hashes in its policy, so that nothing else
runs and nothing is fetched, whatever a name in the history holds.
"""

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from workbench.report.writers.safe import printable
from workbench.study.differences import Became, difference
from workbench.study.history import kinds_of
from workbench.study.periods import moment_here
from workbench.words import chosen, has, say
from workbench.words.history_filter import kind_name
from workbench.words.history_values import column_name, goes_without_saying, table_name, told_value

if TYPE_CHECKING:
    from workbench.report.audit_trail import OutAct, TrailHead
    from workbench.report.trail_cleaning import OutRow, OutValue

_MOST_ROWS = 40

_STYLE = """
:root { color-scheme: light dark; --ink: #222b38; --dim: #666e7a; --line: #d5d9df; --gone: #9a3412; --come: #166534; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ee; --dim: #9aa3af; --line: #3a4250; --gone: #fdba74; --come: #86efac; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; }
.about { color: var(--dim); margin: .1rem 0; }
#filter { position: sticky; top: 0; background: Canvas; padding: .6rem 0; border-bottom: 1px solid var(--line);
  display: flex; gap: .6rem; flex-wrap: wrap; align-items: center; }
#filter[hidden] { display: none; }
#filter input, #filter select { font: inherit; padding: .2rem .4rem; }
article { border-bottom: 1px solid var(--line); padding: .6rem 0; break-inside: avoid; }
article[hidden] { display: none; }
article p { margin: .1rem 0; }
.when, .who, .state, dt, .of { color: var(--dim); font-size: .85rem; }
.state { color: var(--gone); }
.undone > .what { text-decoration: line-through; text-decoration-color: var(--dim); }
blockquote { margin: .3rem 0 .3rem .8rem; padding-left: .8rem; border-left: 3px solid var(--line);
  font-family: Georgia, serif; }
details { font-size: .9rem; margin-top: .2rem; }
summary { cursor: pointer; color: var(--dim); }
dl { margin: .2rem 0 .5rem 1rem; display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
del { color: var(--gone); } ins { color: var(--come); }
.row { margin: .4rem 0 0; } .added { color: var(--come); } .removed { color: var(--gone); }
@media print {
  #filter { display: none; } body { margin: 0; max-width: none; font-size: 10pt; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { list-style: none; }
}
"""

_SCRIPT = """
'use strict';
const form = document.getElementById('filter');
const acts = Array.from(document.querySelectorAll('article'));
const [words, who, what] = ['words', 'who', 'what'].map((name) => document.getElementById(name));
const count = document.getElementById('count');
function offer(select, values) {
  for (const value of Array.from(new Set(values.filter(Boolean))).sort()) select.add(new Option(value, value));
}
function show() {
  const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const act of acts) {
    const text = act.textContent.toLowerCase();
    const fits = wanted.every((word) => text.includes(word))
      && (!who.value || act.dataset.who === who.value)
      && (!what.value || act.dataset.what.split('|').includes(what.value));
    act.hidden = !fits;
    shown += fits;
  }
  count.textContent = shown + ' / ' + acts.length;
}
offer(who, acts.map((act) => act.dataset.who));
offer(what, acts.flatMap((act) => act.dataset.what.split('|')));
form.hidden = false;
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
show();
const all = Array.from(document.querySelectorAll('details'));
addEventListener('beforeprint', () => all.forEach((one) => { one.dataset.was = one.open; one.open = true; }));
addEventListener('afterprint', () => all.forEach((one) => { one.open = one.dataset.was === 'true'; }));
"""


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_POLICY = (
    f"default-src 'none'; style-src {_hash(_STYLE)}; script-src {_hash(_SCRIPT)}; base-uri 'none'; form-action 'none'"
)


def head(trail: "TrailHead") -> str:
    """Return the page down to its first act."""
    title = say("trail.title", study=trail.study)
    about = [say("trail.made", at=trail.made, count=trail.acts)]
    if trail.narrowed:
        about.append(say("trail.narrowed", parts=" · ".join(trail.narrowed)))
    about.append(say("trail.with_words" if trail.with_words else "trail.without_words"))
    paragraphs = "".join(f'<p class="about">{_text(one)}</p>\n' for one in about)
    everything = f'<option value="">{_text(say("trail.everything"))}</option>'
    return (
        f'<!DOCTYPE html>\n<html lang="{chosen()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_text(title)}</h1>\n{paragraphs}"
        '<form id="filter" hidden>\n'
        f'<label>{_text(say("trail.filter.words"))} <input id="words" type="search"></label>\n'
        f'<label>{_text(say("history.col.who"))} <select id="who">{everything}</select></label>\n'
        f'<label>{_text(say("history.col.what"))} <select id="what">{everything}</select></label>\n'
        '<output id="count"></output>\n</form>\n<main>\n'
    )


def act(one: "OutAct") -> str:
    """Return one act."""
    line = one.line
    kinds = "|".join(sorted(kind_name(kind) for kind in kinds_of(line.verb)))
    state = say(f"history.state.{line.state}") if has(f"history.state.{line.state}") else line.state
    gone = ' class="undone"' if line.state in ("undone", "cleared") else ""
    parts = [
        f'<article id="a{_text(one.id)}"{gone} data-who="{_text(line.coder)}" data-what="{_text(kinds)}">\n<p>'
        f'<time class="when" datetime="{_text(line.at)}">{_text(moment_here(line.at))}</time> '
        f'<span class="who">{_text(line.coder)}</span>'
        + (f' <span class="state">{_text(state)}</span>' if state else "")
        + f'</p>\n<p class="what">{_text(one.text)}</p>\n'
    ]
    if one.passage is not None:
        where = f"{one.passage.transcript} {say('passages.turn', turn=one.passage.turn)}"
        parts.append(f'<p class="of">{_text(where)}</p>\n<blockquote>{_text(one.passage.words)}</blockquote>\n')
    if one.rows:
        parts.append(_rows(one.rows))
    return "".join((*parts, "</article>\n"))


def _rows(rows: "tuple[OutRow, ...]") -> str:
    parts = [f"<details><summary>{_text(say('trail.rows', count=len(rows)))}</summary>\n"]
    parts += [_row(row) for row in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        parts.append(f'<p class="of">{_text(say("trail.more_rows", count=len(rows) - _MOST_ROWS))}</p>\n')
    return "".join((*parts, "</details>\n"))


def _row(row: "OutRow") -> str:
    values: list[str] = []
    for column, after in row.after.items():
        before = row.before.get(column)
        if before == after or (row.became == "added" and goes_without_saying(column, _plain(after), row.name)):
            continue
        shown = _text(_value(column, after))
        if row.became == "changed":
            shown = _change(column, before, after)
        values.append(f"<dt>{_text(column_name(row.table, column))}</dt><dd>{shown}</dd>")
    return (
        f'<p class="row"><span class="{_text(row.became)}">{_text(say(f"became.{row.became}"))}</span> '
        f"{_text(table_name(row.table))} <strong>{_text(row.name or row.id)}</strong></p>\n"
        + (f"<dl>{''.join(values)}</dl>\n" if values else "")
    )


def _change(column: str, before: "OutValue", after: "OutValue") -> str:
    """Return what stood there and what stands there; of running text what went and what came."""
    old, new = _plain(before), _plain(after)
    if not (old and new and " " in f"{old}{new}"):
        return f"{_text(_value(column, before))} → {_text(_value(column, after))}"
    tags = {Became.KEPT: "{}", Became.REMOVED: "<del>{}</del>", Became.ADDED: "<ins>{}</ins>"}
    return "".join(tags[one.became].format(_text(one.text)) for one in difference(old, new))


def _value(column: str, value: "OutValue") -> str:
    shown = _plain(value)
    return shown if value is not None and not isinstance(value, int | str) else told_value(column, shown)


def _plain(value: "OutValue") -> str:
    if value is not None and not isinstance(value, int | str):
        return value.name or value.id
    return "" if value is None else str(value)


def tail() -> str:
    """Return the end of the page."""
    return f"</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n"


def _text(text: str) -> str:
    return escape(printable(text), quote=True)
