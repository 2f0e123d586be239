"""Which sums the intervals of a report are drawn from."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from annotator.agreement.figure import Figure
from annotator.agreement.pairing import Counts
from annotator.agreement.resample import Interval, intervals
from annotator.agreement.tally import ALL, ANNOTATOR, EVENT_F1, LABEL, SPAN_F1, TIME, Group, Tally, cells_of
from annotator.agreement.unitizing import PREFIXES, U_ALPHAS, u_alphas

Drawn = dict[tuple[Group, str], Interval | None]
Value = Callable[[Sequence[int]], float | None]


_F1 = SPAN_F1 | EVENT_F1
_DRAWN_OF = {
    LABEL: ("f1_exact", "f1_edge", "f1_relaxed"),
    ANNOTATOR: ("f1_exact",),
    TIME: ("f1_exact",),
}
"""The figures that get an interval, where those are not all."""


def is_drawn(about: Group, name: str) -> bool:
    """Whether that figure of that group gets an interval."""
    if name in U_ALPHAS:
        return about == (ALL,)
    return name in _DRAWN_OF.get(about[0], _F1)


def draw(tally: Tally, wanted: Sequence[tuple[Group, str]]) -> Drawn:
    """The intervals of these figures, by what they are about and name; drawn together, from the same articles."""
    sums: dict[tuple[Group, str], int] = {}
    units: dict[tuple[str, ...], int] = {}
    for about, name in wanted:
        for part in _F1.get(name, ()):
            sums.setdefault((about, part), len(sums))
    if any(name in U_ALPHAS for _, name in wanted):
        for key in sorted({key for block in tally.blocks for key in block if key[0] in PREFIXES}):
            units[key] = len(sums) + len(units)
    u_alpha_values = _u_alphas(units)
    figures = [u_alpha_values[name] if name in U_ALPHAS else _f1(sums, about, name) for about, name in wanted]
    samples = tally.options.resamples if wanted else 0
    found = intervals(_rows(tally.blocks, sums, units), figures, samples, tally.options.seed)
    return dict(zip(wanted, found, strict=True))


def _rows(
    blocks: Iterable[Counts], sums: Mapping[tuple[Group, str], int], units: Mapping[tuple[str, ...], int]
) -> list[list[int]]:
    """The columns of each lot of articles."""
    places: dict[tuple[str, ...], tuple[int, ...]] = {key: (place,) for key, place in units.items()}
    rows = []
    for block in blocks:
        row = [0] * (len(sums) + len(units))
        for key, number in block.items():
            if key not in places:
                places[key] = tuple(sums[cell] for cell in cells_of(key) if cell in sums)
            for place in places[key]:
                row[place] += number
        rows.append(row)
    return rows


def _f1(sums: Mapping[tuple[Group, str], int], about: Group, name: str) -> Value:
    both, first, second = (sums[about, part] for part in _F1[name])

    def value(columns: Sequence[int]) -> float | None:
        whole = columns[first] + columns[second]
        return 2 * columns[both] / whole if whole else None

    return value


def _u_alphas(units: Mapping[tuple[str, ...], int]) -> dict[str, Value]:
    """All uα at once, for they come from the same sums."""
    known: list[tuple[Sequence[int], dict[str, Figure]]] = []

    def figures(columns: Sequence[int]) -> dict[str, Figure]:
        if not known or known[0][0] is not columns:
            known[:] = [(columns, u_alphas({key: columns[place] for key, place in units.items()}))]
        return known[0][1]

    def value_of(name: str) -> Value:
        return lambda columns: figures(columns)[name].value

    return {name: value_of(name) for name in U_ALPHAS}
