"""Colours of labels: how far apart they look, also to the colour-blind, and all of a label's from its one bar.

Distances are CIEDE2000. Protanopia, deuteranopia and tritanopia are simulated after Machado and others (2009, severity
1), tritanopia once more after Brettel and others (1997), which is the stricter one there.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from annotator.core.scheme import Colours

PAPER = MappingProxyType({"light": "#FFFEFC", "dark": "#212328", "sepia": "#F8F1E1"})
"""What articles are set on, by theme."""
LEAST_CONTRAST, READABLE = 3.0, 4.5
"""A bar against the paper, and words on a bar (WCAG 2)."""
WHITE, BLACK = "#FFFFFF", "#000000"
TINT_SHARE = 0.16
DARK_TINT, DARK_TINT_CHROMA = 27.0, 24.0
DARK_BAR_LIFT, DARK_BAR_SLOPE, DARK_BAR_LEAST, DARK_BAR_MOST = 33.0, 0.95, 55.0, 92.0
"""Lightness of a bar in the dark: lifted so that darker bars stay the darker ones."""

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041)
)  # fmt: skip
_FROM_XYZ: Matrix = (
    (3.2404542, -1.5371385, -0.4985314), (-0.9692660, 1.8760108, 0.0415560), (0.0556434, -0.2040259, 1.0572252)
)  # fmt: skip
_WHITE_POINT: Triple = (0.95047, 1.0, 1.08883)
_PROTAN: Matrix = (
    (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)
)  # fmt: skip
_DEUTAN: Matrix = (
    (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
)  # fmt: skip
_TRITAN: Matrix = (
    (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)
)  # fmt: skip
_TRITAN_ONE: Matrix = (
    (1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.80500, 0.11911)
)  # fmt: skip
_TRITAN_TWO: Matrix = (
    (0.93678, 0.18979, -0.12657), (0.06154, 0.81526, 0.12320), (-0.37562, 1.12767, 0.24796)
)  # fmt: skip
_TRITAN_PLANE: Triple = (0.03901, -0.02788, -0.01113)


def contrast(one: str, other: str) -> float:
    """How strongly two colours stand out from each other, 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours_of(bar: str) -> dict[str, Colours]:
    """A label's colours in every theme, from its bar on light paper."""
    lightness, chroma, hue = _lch(bar)
    lifted = max(DARK_BAR_LEAST, min(DARK_BAR_MOST, DARK_BAR_LIFT + DARK_BAR_SLOPE * lightness))
    dark_bar = _from_lch(lifted, chroma, hue)
    dark_tint = _from_lch(DARK_TINT, min(chroma, DARK_TINT_CHROMA), hue)
    sepia = _readable_on(bar, PAPER["sepia"])
    return {
        "light": Colours(bar.upper(), _ink_on(bar), _mixed(bar, PAPER["light"])),
        "dark": Colours(dark_bar, _ink_on(dark_bar), dark_tint),
        "sepia": Colours(sepia, _ink_on(sepia), _mixed(sepia, PAPER["sepia"])),
    }


def distance(one: str, other: str) -> float:
    """CIEDE2000 between two colours as everybody sees them."""
    return _ciede2000(_lab(one), _lab(other))


def least_distance(one: str, other: str) -> float:
    """The smallest distance between two colours for any of the simulated kinds of sight, the usual one among them."""
    return min(_ciede2000(_lab_of(see(_linear(one))), _lab_of(see(_linear(other)))) for see in SIGHTS.values())


def sight_distance(one: str, other: str, sight: str) -> float:
    """The distance for one of the SIGHTS."""
    return _ciede2000(_lab_of(SIGHTS[sight](_linear(one))), _lab_of(SIGHTS[sight](_linear(other))))


# ---------------------------------------------------------------- the variants


def _ink_on(bar: str) -> str:
    return WHITE if contrast(bar, WHITE) >= READABLE else BLACK


def _mixed(front: str, back: str) -> str:
    pairs = zip(_channels(front), _channels(back), strict=True)
    return _hex(*[TINT_SHARE * a + (1 - TINT_SHARE) * b for a, b in pairs])


def _readable_on(bar: str, paper: str) -> str:
    """The bar, darkened as far as it must be to stand out from the paper."""
    lightness, chroma, hue = _lch(bar)
    while contrast(bar, paper) < LEAST_CONTRAST and lightness > 0:
        lightness -= 1
        bar = _from_lch(lightness, chroma, hue)
    return bar.upper()


# ---------------------------------------------------------------- colour spaces


def _channels(colour: str) -> Triple:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(*channels: float) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02X}" for channel in channels)


def _linear(colour: str) -> Triple:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return red, green, blue


def _encoded(linear: Triple) -> tuple[float, ...]:
    return tuple(12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in linear)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _times(matrix: Matrix, value: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, value, strict=True)) for row in matrix)
    return first, second, third


def _lab(colour: str) -> Triple:
    return _lab_of(_linear(colour))


def _lab_of(linear: Triple) -> Triple:
    """Lab of linear light; what lies outside the screen's colours is shown at their edge."""
    shown = _times(_TO_XYZ, _clipped(linear))
    x, y, z = (_lab_curve(part / white) for part, white in zip(shown, _WHITE_POINT, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _clipped(linear: Triple) -> Triple:
    red, green, blue = (min(1.0, max(0.0, channel)) for channel in linear)
    return red, green, blue


def _lch(colour: str) -> Triple:
    lightness, a, b = _lab(colour)
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_lch(lightness: float, chroma: float, hue: float) -> str:
    """The colour, with as much of its chroma as a screen can show."""
    while chroma > 0:
        linear = _linear_of(lightness, chroma, hue)
        if all(-0.0005 <= channel <= 1.0005 for channel in linear):
            break
        chroma = max(0.0, chroma - 1)
    return _hex(*_encoded(_clipped(_linear_of(lightness, chroma, hue))))


def _linear_of(lightness: float, chroma: float, hue: float) -> Triple:
    y = (lightness + 16) / 116
    curves = (y + chroma * math.cos(hue) / 500, y, y - chroma * math.sin(hue) / 200)
    parts = (c**3 if c**3 > 216 / 24389 else (116 * c - 16) * 27 / 24389 for c in curves)
    x, bright, z = (part * white for part, white in zip(parts, _WHITE_POINT, strict=True))
    return _times(_FROM_XYZ, (x, bright, z))


# ---------------------------------------------------------------- kinds of sight, and the distance


def _brettel_tritan(linear: Triple) -> Triple:
    side = sum(a * b for a, b in zip(_TRITAN_PLANE, linear, strict=True))
    return _times(_TRITAN_ONE if side >= 0 else _TRITAN_TWO, linear)


SIGHTS: Mapping[str, Callable[[Triple], Triple]] = {
    "usual": lambda linear: linear,
    "protanopia": lambda linear: _times(_PROTAN, linear),
    "deuteranopia": lambda linear: _times(_DEUTAN, linear),
    "tritanopia": lambda linear: _times(_TRITAN, linear),
    "tritanopia (Brettel)": _brettel_tritan,
}
"""What each kind of sight makes of linear light."""


def _ciede2000(one: Triple, other: Triple) -> float:
    """After Sharma, Wu and Dalal (2005), with all weights 1."""
    mean_chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    (c1, h1), (c2, h2) = (_polar(lab[1] * stretch, lab[2]) for lab in (one, other))
    turn = _turn(h1, h2) if c1 * c2 else 0.0
    hue_step = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    mean_hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, chroma = (one[0] + other[0]) / 2, (c1 + c2) / 2
    by_light = (other[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = hue_step / (1 + 0.015 * chroma * _hue_weight(mean_hue))
    spread = 60 * math.exp(-(((mean_hue - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(spread))
    return math.sqrt(max(0.0, by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue))


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _turn(start: float, end: float) -> float:
    """The shorter way round from one hue to the other, in degrees."""
    return (end - start + 180) % 360 - 180


def _hue_weight(hue: float) -> float:
    parts = ((-0.17, 1, -30.0), (0.24, 2, 0.0), (0.32, 3, 6.0), (-0.20, 4, -63.0))
    return 1 + sum(weight * math.cos(math.radians(times * hue + shift)) for weight, times, shift in parts)
