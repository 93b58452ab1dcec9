"""Lets links of the documentation into the source tree be text on its site, where there is no
such tree.
"""

import re
from pathlib import Path, PurePosixPath
from typing import Any

ROOT = Path(__file__).parents[1]
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)\s#]+)(#[^)\s]*)?\)")


def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: Any) -> str:
    """Name the file instead of linking to it; a file that is not there is an error."""
    here = PurePosixPath("docs", page.file.src_uri).parent

    def named(link: "re.Match[str]") -> str:
        text, target = link[1], link[2]
        if "://" in target or not target.startswith("../"):
            return link[0]
        path = _resolved(here, target)
        if path.parts[0] == "docs":
            return link[0]
        if not (ROOT / path).exists():
            raise FileNotFoundError(f"{page.file.src_uri} links to {path}, which is not there")
        plain = text.strip("`")
        return text if plain in (path.name, str(path)) else f"{text} (`{path}`)"

    return _LINK.sub(named, markdown)


def _resolved(here: PurePosixPath, target: str) -> PurePosixPath:
    parts: list[str] = []
    for part in (here / target).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts)
