"""The picture on the page of results: errors against seconds of training, both on logarithmic axes."""

from html import escape
from math import ceil, floor, log10

from contenders import CONTENDERS

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 848, 460, 64, 40, 48, 52
STEPS = "logistic", "features", "best", "warped"
BLUE, ORANGE, GREY, INK, GRID, CARD = "#1F77B4", "#C8500A", "#6E7781", "#1F2328", "#E3E3DD", "#FAFAF7"
CHARACTER, LETTERS = 6.4, 12  # about how wide a letter is, and how high


def draw(rows):
    """The SVG of these rows; a name that finds no room beside its dot is left out."""
    across, ticks_across = axis([row["train"] for row in rows.values()], LEFT, WIDTH - RIGHT)
    down, ticks_down = axis([row["errors"] for row in rows.values()], HEIGHT - BOTTOM, TOP)
    dots = {name: (across(row["train"]), down(row["errors"])) for name, row in rows.items()}
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
             f'height="{HEIGHT}" font-family="sans-serif" font-size="12" fill="{INK}">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" rx="8" fill="{CARD}"/>',
             text("errors among 10,000 test digits", 16, 20), *legend(),
             text("seconds of training, features included", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "middle")]
    for tick in ticks_across:
        parts += [line([(across(tick), TOP), (across(tick), HEIGHT - BOTTOM)], GRID, 1),
                  text(f"{tick:,g}", across(tick), HEIGHT - BOTTOM + 18, "middle")]
    for tick in ticks_down:
        parts += [line([(LEFT, down(tick)), (WIDTH - RIGHT, down(tick))], GRID, 1),
                  text(f"{tick:,g}", LEFT - 8, down(tick) + 4, "end")]
    parts.append(line([dots[name] for name in STEPS if name in dots], BLUE, 2))
    parts += [dot(*dots[name], kind(name)) for name in dots]
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in dots.values()]
    for name in sorted(dots, key=lambda name: kind(name) != BLUE):
        parts += label(f"{name} {rows[name]['errors']}" if kind(name) == BLUE else name, *dots[name], taken)
    return "\n".join([*parts, "</svg>\n"])


def axis(values, start, end):
    """A function from a value to its place, with a margin beyond both ends, and the values to mark."""
    low, high = log10(min(values, default=1)) - 0.12, log10(max(values, default=1)) + 0.12
    ticks = [digit * 10**power for power in range(floor(low), ceil(high)) for digit in (1, 2, 5)]
    return (lambda value: start + (end - start) * (log10(value) - low) / (high - low),
            [tick for tick in ticks if low <= log10(tick) <= high])


def kind(name):
    contender = CONTENDERS[name]
    return BLUE if "this library" in contender.about else ORANGE if contender.script.endswith(".py") else GREY


def legend():
    at = LEFT + 270
    for colour, words in (BLUE, "this library"), (GREY, "other libraries for Java"), (ORANGE, "libraries for Python"):
        yield dot(at, 16, colour) + text(words, at + 10, 20)
        at += 36 + CHARACTER * len(words)


def dot(x, y, colour):
    """Each kind has its own shape, too, so that it can be told without the colour."""
    if colour == GREY:
        return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{GREY}"/>'
    fill = BLUE if colour == BLUE else CARD
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="{colour}" stroke-width="2"/>'


def label(words, x, y, taken):
    """The words at the first place beside the dot where they overlap nothing, or nothing if there is no such place."""
    wide = CHARACTER * len(words)
    for left, low in (x + 4, y - 8), (x + 9, y + 4), (x - 9 - wide, y + 4), (x - wide / 2, y + 19), (x - wide, y - 8):
        box = left, low - LETTERS + 2, left + wide, low + 2
        inside = LEFT < box[0] and TOP < box[1] and box[2] < WIDTH and box[3] < HEIGHT - BOTTOM
        if inside and all(box[0] > b[2] or box[2] < b[0] or box[1] > b[3] or box[3] < b[1] for b in taken):
            taken.append(box)
            return [text(words, left + wide / 2, low, "middle")]
    return []


def line(points, colour, width):
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def text(words, x, y, anchor="start"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
