"""The image and the compose file keep to what an operator may expect of them."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from resortbook.settings import Settings
from resortbook_cli.command_line import command_line

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
PIECES = ("migrate", "api", "whatsapp", "worker")
OTHERS = ("proxy", "postgres", "redis")
PORTS = {"api": 8000, "whatsapp": 8001, "worker": 8002}


def stages() -> list[list[str]]:
    """The instructions of the Dockerfile, a list for each stage, each on one line."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", " ", text).splitlines()
    found: list[list[str]] = []
    for line in filter(None, lines):
        if line.startswith("FROM "):
            found.append([])
        found[-1].append(line)
    return found


def arguments_of(instruction: str) -> list[list[str]]:
    return [
        line.split()[1:]
        for stage in stages()
        for line in stage
        if line.startswith(f"{instruction} ")
    ]


def has_daemon() -> bool:
    if shutil.which("docker") is None:
        return False
    asked = subprocess.run(["docker", "info"], capture_output=True, timeout=20)
    return asked.returncode == 0


def test_every_piece_and_what_it_stands_on_is_there():
    assert set(SERVICES) == {*PIECES, *OTHERS}
    assert SERVICES["migrate"]["command"] == ["db", "upgrade"]
    for name in ("api", "whatsapp", "worker"):
        assert SERVICES[name]["command"][0] == name
        assert name in command_line.commands


@pytest.mark.parametrize("name", [*PIECES, *OTHERS])
def test_a_container_can_write_nowhere_and_become_nobody_else(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert not any("docker.sock" in str(volume) for volume in service.get("volumes", []))


def test_the_world_reaches_the_proxy_alone():
    assert [name for name in SERVICES if SERVICES[name].get("ports")] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    for name in ("postgres", "redis"):
        assert SERVICES[name]["networks"] == ["inside"]


@pytest.mark.parametrize("name", ["api", "whatsapp", "worker"])
def test_a_piece_starts_once_migrated_and_is_asked_whether_it_is_ready(name):
    service = SERVICES[name]

    assert service["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    asked = service["healthcheck"]["test"]
    assert asked[0] == "CMD"
    assert f"http://127.0.0.1:{PORTS[name]}/health/ready" in asked[-1]
    compile(asked[-1], "healthcheck", "exec")
    assert int(service["stop_grace_period"].rstrip("s")) > 30


def test_what_is_set_are_settings_and_no_secret_is_written_down():
    known = {field.name.upper() for field in Settings.described()}

    for name in PIECES:
        assert set(SERVICES[name]["environment"]) <= known
        assert SERVICES[name]["env_file"] == ".env"
    told = (ROOT / "compose.yaml").read_text()
    for secret in re.findall(r"^.*(?:PASSWORD|SECRET|KEY|TOKEN).*?: (.+)$", told, re.MULTILINE):
        assert "${" in secret or secret.startswith("…"), secret


def test_images_are_named_to_the_version():
    bases = [words[0] for words in arguments_of("FROM")]
    images = [SERVICES[name]["image"] for name in OTHERS]

    for image in [*bases, *images]:
        assert re.search(r":\d+(\.\d+)*-\w+", image), image


def test_what_is_installed_is_named_by_hashes_and_the_last_stage_builds_nothing():
    build, run = stages()[-2:]
    installs = [line for line in build if "pip install" in line]

    assert installs
    for line in installs:
        for command in re.findall(r"pip install[^&]*", line):
            assert "--require-hashes" in command or "--no-deps" in command
    assert not re.search(r"pip install|apt-get|npm|gcc|curl|wget", "\n".join(run))
    assert any("pip uninstall" in line and "hatchling" in line for line in build)
    assert not arguments_of("ADD")


def test_the_last_stage_runs_as_nobody_in_particular():
    last = stages()[-1]
    users = [line.split()[1] for line in last if line.startswith("USER ")]

    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", users[-1])
    before = last.index(f"USER {users[-1]}")
    assert not [line for line in last[before:] if line.startswith(("RUN ", "COPY "))]
    assert 'ENTRYPOINT ["resortbook"]' in last


def test_what_is_copied_is_there_and_let_through_and_nothing_secret_is():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    let_through = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}

    assert rules[0] == "*"
    copied = [words for words in arguments_of("COPY") if not words[0].startswith("--from")]
    for source in (name.rstrip("/") for words in copied for name in words[:-1]):
        assert (ROOT / source).exists(), source
        assert any(source == one or source.startswith(f"{one}/") for one in let_through)
    assert not {".env", "var", ".git"} & let_through
    assert "**/.env*" in rules


def test_the_packages_of_the_wheel_are_all_copied():
    text = (ROOT / "pyproject.toml").read_text()
    packaged = re.search(r"only-include = \[(.*?)\]", text, re.S)
    assert packaged is not None

    copied = {name.rstrip("/") for words in arguments_of("COPY") for name in words[:-1]}
    for package in re.findall(r'"([^"]+)"', packaged.group(1)):
        assert any(package == one or package.startswith(f"{one}/") for one in copied), package


def test_the_proxy_leads_webhooks_and_everything_else_where_they_belong():
    told = (ROOT / "deploy/caddy/Caddyfile").read_text()

    assert told.count("{") == told.count("}")
    webhooks, rest = told.split("handle /webhooks/*")[1].split("handle {")
    assert "dynamic a whatsapp 8001" in webhooks
    assert "dynamic a api 8000" in rest
    assert "flush_interval -1" in rest
    assert "respond /metrics 404" in told
    assert SERVICES["api"]["environment"]["TRUSTED_PROXIES"] == "1"


def test_docker_finds_nothing_wrong_with_the_image():
    if not has_daemon():
        pytest.skip("no Docker daemon answers here: `make image` builds where one does")
    done = subprocess.run(
        ["docker", "build", "--check", "."], cwd=ROOT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr
