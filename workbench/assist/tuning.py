"""Weighing the two lexical spaces and calibrating: leave-one-out in closed form, on cosines alone.

With G the cosines among coded passages and H those with the definitions, a prototype without some passages needs
no new vectors: its product with a passage and its own length are sums over G and H. So every passage is scored by
prototypes that have never seen its participant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WEIGHTS = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)
TEMPERATURES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0)
PRIOR_WEIGHT = 0.5
PRIOR_TEMPERATURE = 0.9
# How many codings the prior values count for.
PRIOR_STRENGTH = 40
ENOUGH = 20
# How far the cosines of a passage on another matter spread over the codes (measured .003–.015; usual .02–.04).
CHANCE_SPREAD = 0.012


@dataclass(frozen=True, slots=True)
class Tuning:
    """`weight` of the stem space beside the character space, `temperature` of the confidence."""

    weight: float = PRIOR_WEIGHT
    temperature: float = PRIOR_TEMPERATURE


@dataclass(frozen=True, slots=True)
class Held:
    """One space's cosines: `among` passages (n × n), `with_codes` (n × codes, weighted), `squares` of definitions."""

    among: Any
    with_codes: Any
    squares: Any

    def part(self, rows: Any) -> "Held":
        """Return the same for some of the passages."""
        return Held(self.among[rows][:, rows], self.with_codes[rows], self.squares)


def standardised(cosines: Any) -> Any:
    """Return z-scores along the last axis, damped where the cosines differ little more than by chance.

    Without damping a passage like nothing in the study would get scores as high as any other.
    """
    return (cosines - cosines.mean(axis=-1, keepdims=True)) / spread(cosines)


def spread(cosines: Any) -> Any:
    """Return the standard deviation along the last axis (kept), never below what chance gives."""
    import numpy as np

    return np.hypot(cosines.std(axis=-1, keepdims=True), CHANCE_SPREAD)


def fused(one: Any, two: Any, weight: float) -> Any:
    """Return the weighted mean of two arrays of z-scores."""
    return (one + weight * two) / (1.0 + weight)


def scores_left_out(held: Held, owners: Any, groups: Sequence[str], codes: int, only: str | None = None) -> Any:
    """Return z-scores (n × codes) of each passage by prototypes made without its group.

    `owners` is the code index of each passage. With `only`, rows of other groups stay 0.
    """
    import numpy as np

    marks = np.zeros((len(owners), codes))
    marks[np.arange(len(owners)), owners] = 1.0
    labels = np.array(groups)
    result = np.zeros((len(owners), codes))
    for group in sorted(set(groups)) if only is None else [only]:
        inside = labels == group
        kept = np.where(inside[:, None], 0.0, marks)
        among = held.among @ kept
        products = held.with_codes[inside] + among[inside]
        squares = held.squares + 2 * (held.with_codes * kept).sum(axis=0) + (kept * among).sum(axis=0)
        result[inside] = standardised(products / np.sqrt(np.maximum(squares, 1e-12)))
    return result


def reciprocal_ranks(scores: Any, right: Any) -> Any:
    """Return for each row 1 / the rank of its best-placed right code (`right` is boolean, same shape)."""
    import numpy as np

    order = np.argsort(-scores, axis=1, kind="stable")
    placed = np.take_along_axis(right, order, axis=1)
    return 1.0 / (1.0 + placed.argmax(axis=1))


def tuned(one: Any, two: Any, right: Any) -> Tuning:
    """Return weight and temperature that fit left-out z-scores best, drawn towards the prior while data are few.

    The weight is the one nearest the prior whose mean reciprocal rank is within a standard error of the best
    (Breiman et al. 1984), the temperature the likeliest for the right codes.
    """
    import numpy as np

    count = len(right)
    share = count / (count + PRIOR_STRENGTH)
    ranks = {weight: reciprocal_ranks(fused(one, two, weight), right) for weight in WEIGHTS}
    best = max(WEIGHTS, key=lambda weight: float(ranks[weight].mean()))
    lead = {weight: ranks[best] - ranks[weight] for weight in WEIGHTS}
    as_good = [weight for weight in WEIGHTS if lead[weight].mean() <= lead[weight].std() / np.sqrt(count)]
    nearest = min(as_good, key=lambda weight: abs(weight - PRIOR_WEIGHT))
    weight = share * nearest + (1 - share) * PRIOR_WEIGHT
    scores = fused(one, two, weight)

    def fit(temperature: float) -> float:
        chance = (confidences(scores, temperature) * right).sum(axis=1)
        return float(np.log(np.maximum(chance, 1e-12)).mean())

    sharp = max(TEMPERATURES, key=fit)
    return Tuning(weight, share * sharp + (1 - share) * PRIOR_TEMPERATURE)


def confidences(scores: Any, temperature: float) -> Any:
    """Return the softmax of scores along the last axis."""
    import numpy as np

    raised = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    return raised / raised.sum(axis=-1, keepdims=True)
