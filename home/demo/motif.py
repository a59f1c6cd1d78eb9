"""Cover images drawn by code: an abstract motif, different for each name and always the same."""

import hashlib
import math
import random
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
SCALE = 2  # drawn larger, then reduced: the edges come out smooth
CELL = 150 * SCALE
# (background, four tones), after the illustrative colours of the State design system.
PALETTES = (
    ("#f5f5fe", ("#000091", "#6a6af4", "#cacafb", "#e1000f")),
    ("#e9f9f4", ("#00695e", "#00a95f", "#b8fec9", "#000091")),
    ("#fef6e3", ("#a94645", "#ffca00", "#e4794a", "#000091")),
    ("#fee9e6", ("#c3992a", "#ff9575", "#fcc0b0", "#6e445a")),
    ("#e6eefe", ("#2f4077", "#0078f3", "#b6cfff", "#009099")),
    ("#fdf6f6", ("#a558a0", "#ce614a", "#f0c5c5", "#3a3a68")),
)


def draw_motif(name: str) -> bytes:
    """Return a JPEG of 1600 x 900 pixels drawn from `name` alone."""
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    dice = random.Random(seed)  # noqa: S311 (patterns are no secret)
    background, tones = dice.choice(PALETTES)
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
    draw = ImageDraw.Draw(image)
    for row in range(math.ceil(HEIGHT * SCALE / CELL)):
        for column in range(math.ceil(WIDTH * SCALE / CELL)):
            _draw_cell(draw, dice, column * CELL, row * CELL, tones)
    output = BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(output, "JPEG", quality=88)
    return output.getvalue()


def _draw_cell(draw, dice, left, top, tones):
    """Fill one cell with a quarter disc, a disc, a half or nothing: the parts of the pattern."""
    shape = dice.choice(("quarter", "quarter", "disc", "half", "blank", "ring"))
    tone = dice.choice(tones)
    corner_x, corner_y = dice.choice(((0, 0), (1, 0), (0, 1), (1, 1)))
    box = (left, top, left + CELL, top + CELL)
    if shape == "quarter":
        x, y = left - CELL * (1 - corner_x), top - CELL * (1 - corner_y)
        start = {(0, 0): 0, (1, 0): 90, (1, 1): 180, (0, 1): 270}[corner_x, corner_y]
        draw.pieslice((x, y, x + 2 * CELL, y + 2 * CELL), start, start + 90, fill=tone)
    elif shape == "disc":
        inset = CELL // 6
        draw.ellipse([box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset], fill=tone)
    elif shape == "ring":
        inset = CELL // 5
        ring = [box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset]
        draw.ellipse(ring, outline=tone, width=CELL // 8)
    elif shape == "half":
        middle = top + CELL // 2
        upper, lower = (top, middle) if corner_y == 0 else (middle, top + CELL)
        draw.rectangle((left, upper, left + CELL, lower), fill=tone)
