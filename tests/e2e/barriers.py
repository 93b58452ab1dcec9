"""What would bar somebody from a page: held against WCAG 2.2 AA by axe."""

from pathlib import Path

from playwright.sync_api import Page

from tests.e2e.chromium import axe_script

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })"
_SCRIPT = axe_script(Path(__file__).parents[2])


def barriers(page: Page) -> list[str]:
    """Return what axe finds wrong with a page as it stands."""
    page.evaluate(_SCRIPT)
    found = page.evaluate(RUN, STANDARDS)
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
