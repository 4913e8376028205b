"""Take the pictures: ``python -m tests.shots [NAME ...]``, into build/shots; ``make shots``.

A picture is called SCENE-LANGUAGE-THEME-WIDTH.png. A name takes every scene that begins so;
``--languages``, ``--themes`` and ``--widths`` take fewer of each. ``--readme`` writes the
pictures of the README anew. A new page brings its scenes: a file like `received_scenes.py`,
and a line in `SCENES`.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from pathlib import Path

from tests.shots import (
    chart_scenes,
    dialog_scenes,
    export_scenes,
    outlook_scenes,
    palette_scenes,
    received_scenes,
    review_scenes,
    structure_scenes,
    target_scenes,
)
from tests.shots.scene import Scene
from tests.shots.stage import Stage, build_archive

SCENES = (
    Scene("overview"),
    Scene("overview-empty", empty=True),
    *chart_scenes.SCENES,
    *dialog_scenes.SCENES,
    *structure_scenes.SCENES,
    *outlook_scenes.SCENES,
    *target_scenes.SCENES,
    *received_scenes.SCENES,
    *review_scenes.SCENES,
    *palette_scenes.SCENES,
    *export_scenes.SCENES,
)
HEIGHTS = {1280: 720, 1440: 900, 1920: 1080}
OUT = Path("build/shots")
README = Path("resources/screenshots")
PICTURES = {
    "overview-light": ("overview", "light"), "markets-light": ("markets", "light"),
    "review-light": ("review", "light"), "received-light": ("received", "light"),
    "assisted-light": ("review-proposed", "light"),
}  # fmt: skip
"""The pictures of README.md and docs/window.md: English, 1440 wide."""


def main(arguments: list[str]) -> int:
    """Take the pictures that were asked for."""
    asked = argparse.ArgumentParser(prog="make shots")
    asked.add_argument("names", nargs="*", help="beginnings of scenes; all of them where none")
    asked.add_argument("--languages", nargs="+", default=["vi", "en"])
    asked.add_argument("--themes", nargs="+", default=["light", "dark"])
    asked.add_argument("--widths", nargs="+", type=int, default=[1280, 1920], choices=HEIGHTS)
    asked.add_argument("--out", type=Path, default=OUT)
    asked.add_argument("--readme", action="store_true")
    options = asked.parse_args(arguments)
    archive = build_archive(OUT / "archive.sqlite3")
    if options.readme:
        _write_readme(archive)
        return 0
    wanted = tuple(options.names) or ("",)
    options.out.mkdir(parents=True, exist_ok=True)
    for scene in (s for s in SCENES if s.name.startswith(wanted)):
        looks = product(options.languages, options.themes, options.widths)
        _take(scene, archive, {f"{scene.name}-{a}-{b}-{c}": (a, b, c) for a, b, c in looks},
              options.out)  # fmt: skip
    return 0


def _write_readme(archive: Path) -> None:
    scenes = {scene.name: scene for scene in SCENES}
    for name, (scene, theme) in PICTURES.items():
        _take(scenes[scene], archive, {name: ("en", theme, 1440)}, README)


def _take(
    scene: Scene, archive: Path, looks: dict[str, tuple[str, str, int]], out: Path
) -> None:  # fmt: skip
    stage = Stage(None if scene.empty else archive)
    scene.prepare(stage)
    for name, (language, theme, width) in looks.items():
        stage.dress(language, theme, (width, HEIGHTS[width]))
        scene.show(stage)
        stage.settle()
        if not stage.picture().save(str(out / f"{name}.png"), "PNG"):
            raise OSError(f"{out / name}.png cannot be written")
        stage.clear()
    stage.close()
    sys.stdout.write(f"{scene.name}: {len(looks)}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
