"""Working together: merging a colleague's codebook."""

from workbench.team.codebook_merge import (
    MergePlan,
    apply,
    merged,
    plan,
    plan_for,
    resolutions_to_json,
    undecided,
    with_decisions,
)
from workbench.team.merge_conflicts import (
    ChangeKind,
    Conflict,
    ConflictKind,
    MergeChange,
    MergeReport,
    Resolution,
    resolutions_from_json,
)

__all__ = [
    "ChangeKind",
    "Conflict",
    "ConflictKind",
    "MergeChange",
    "MergePlan",
    "MergeReport",
    "Resolution",
    "apply",
    "merged",
    "plan",
    "plan_for",
    "resolutions_from_json",
    "resolutions_to_json",
    "undecided",
    "with_decisions",
]
