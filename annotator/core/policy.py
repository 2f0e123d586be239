"""The policy: what disagreements need to know of labels. It stands in the scheme's table `agreement`, if at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

Follow = Callable[[tuple[str, ...]], tuple[str, ...]]
"""Which labels stand in place of some, once the scheme has changed."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`confusable` are pairs of labels, `extents` labels whose spans differ mainly in how much they take in, `stances`
    attributes that say where somebody stands; `weights` are by label, 1 where nothing is said.
    """

    confusable: frozenset[frozenset[str]] = frozenset()
    extents: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    weights: Mapping[str, float] = field(default_factory=dict)

    def weight(self, labels: frozenset[str]) -> float:
        """The greatest weight of these labels."""
        return max((self.weights.get(label, 1.0) for label in labels), default=1.0)

    def followed(self, follow: Follow) -> "Policy":
        """The policy under other labels. Where two become one it has the greater weight."""
        pairs = (combinations(sorted(set(follow(tuple(sorted(pair))))), 2) for pair in self.confusable)
        weights: dict[str, float] = {}
        for label, weight in self.weights.items():
            for after in follow((label,)):
                weights[after] = max(weight, weights.get(after, 0.0))
        return Policy(
            confusable=frozenset(frozenset(pair) for found in pairs for pair in found),
            extents=frozenset(follow(tuple(sorted(self.extents)))),
            stances=self.stances,
            weights=weights,
        )


NO_POLICY = Policy()
"""What a scheme says that says nothing about disagreements."""
