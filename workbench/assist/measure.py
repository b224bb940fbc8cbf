"""How well the suggestions do on this study: the only figure of accuracy the workbench claims."""

from typing import NamedTuple

from workbench.assist.model import CodePrototypes, groups_of
from workbench.assist.terms import Material
from workbench.assist.tuning import ENOUGH, Tuning, fused, reciprocal_ranks, scores_left_out, tuned

# The cosines among passages fill a square of this side.
AT_MOST = 2000


class LeftOut(NamedTuple):
    """Of `n` coded passages the shares (0–1) whose code came first and among the first three.

    `majority_top3` is what naming the three most used codes each time would have reached.
    """

    n: int
    top1: float
    top3: float
    majority_top3: float


def leave_one_out(material: Material) -> LeftOut:
    """Suggest for every coded passage with all of its participant's codings left out, and count.

    Weight and temperature are fitted without the participant too. A passage counts as hit by any code that a coder
    put on at least half of it. While fewer than three people are coded, turns are left out instead. From more than
    2,000 codings an even sample of that size is taken. All shares are 0 when nothing is coded.
    """
    import numpy as np

    model = CodePrototypes.of(material)
    ids = sorted(model.examples)
    if len(ids) > AT_MOST:
        ids = [ids[at * len(ids) // AT_MOST] for at in range(AT_MOST)]
    examples = [model.examples[one] for one in ids]
    if not examples:
        return LeftOut(0, 0.0, 0.0, 0.0)
    groups, owners, right = groups_of(examples), model.owners(examples), model.right(examples)
    spaces, labels, codes = model.held(ids), np.array(groups), len(model.codes)
    ranks, usual = np.zeros(len(ids)), np.zeros(len(ids), dtype=bool)
    for group in sorted(set(groups)):
        inside = labels == group
        rest = np.flatnonzero(~inside)
        tuning = Tuning()
        if len(rest) >= ENOUGH:
            rest_groups = [groups[at] for at in rest]
            one, two = (scores_left_out(held.part(rest), owners[rest], rest_groups, codes) for held in spaces)
            tuning = tuned(one, two, right[rest])
        one, two = (scores_left_out(held, owners, groups, codes, only=group) for held in spaces)
        ranks[inside] = reciprocal_ranks(fused(one, two, tuning.weight)[inside], right[inside])
        counts = np.bincount(owners[rest], minlength=codes)
        usual[inside] = right[inside][:, np.argsort(-counts, kind="stable")[:3]].any(axis=1)
    return LeftOut(len(ids), float((ranks == 1).mean()), float((ranks > 0.3).mean()), float(usual.mean()))
