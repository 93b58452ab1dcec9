"""A resort that is served, as a guest with a browser and a phone meets it."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

COMMAND = str(Path(sys.executable).parent / "resortbook")
START_SECONDS = 50
REPLY_SECONDS = 15
_NUMBERS = count(1)


def new_phone() -> str:
    """Return a number that nobody has used: sign-in codes are counted by number."""
    return f"+1415555{next(_NUMBERS) + 1000:04d}"


@dataclass(frozen=True, slots=True)
class Served:
    """A resort with the demo's activities, whose messages go to the simulator."""

    url: str

    def ask(self, path: str, body: Any = None, *, headers: Mapping[str, str] = {}) -> Any:
        """Return what the server answers, read; by POST where there is a body."""
        text = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.url}{path}", text, dict(headers))
        if text is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urlopen(request, timeout=20) as answer:
                said = answer.read()
        except HTTPError as refusal:
            refusal.add_note(refusal.read().decode())
            raise
        return json.loads(said) if said else None

    def chat_of(self, phone: str) -> list[dict[str, Any]]:
        """Return what was said in the chat with a phone, oldest first."""
        items: list[dict[str, Any]] = self._chat(phone)["items"]
        return items

    def say(self, phone: str, words: str = "", *, button: str | None = None) -> str:
        """Write to the bot, and return its replies as one text."""
        before = len(self.chat_of(phone))
        told = {"from": phone, "body": words} | ({"button": button} if button else {})
        self.ask("/simulator/messages", told)
        until = time.monotonic() + REPLY_SECONDS
        while time.monotonic() < until:
            chat = self._chat(phone)
            replies = [item for item in chat["items"][before:] if item["direction"] == "out"]
            if replies and not chat["busy"]:
                return "\n".join(item["body"] for item in replies)
            time.sleep(0.1)
        raise AssertionError(f"no reply to {words!r}")

    def await_message(self, phone: str, pattern: str, *, after: int = 0) -> "re.Match[str]":
        """Return the match in the newest message to a phone that fits, once there is one."""
        until = time.monotonic() + REPLY_SECONDS
        while time.monotonic() < until:
            said = [item for item in self.chat_of(phone)[after:] if item["direction"] == "out"]
            for item in reversed(said):
                match = re.search(pattern, item["body"])
                if match:
                    return match
            time.sleep(0.1)
        raise AssertionError(f"nothing like {pattern!r} came: {self.chat_of(phone)}")

    def code_for(self, phone: str, *, after: int = 0) -> str:
        """Return the newest sign-in code that was sent to a phone."""
        return self.await_message(phone, r"\b\d{6}\b", after=after).group()

    def token_of(self, phone: str) -> str:
        """Sign a guest in without a page, and return what proves it."""
        after = len(self.chat_of(phone))
        self.ask("/api/v1/auth/request-otp/", {"phone": phone})
        code = self.code_for(phone, after=after)
        signed = self.ask("/api/v1/auth/verify-otp/", {"phone": phone, "code": code})
        return str(signed["token"])

    def link_after(self, phone: str, words: str) -> str:
        """Let the bot hold something; return the address of the link that it sends."""
        reply = self.say(phone, words)
        match = re.search(r"https?://[^/\s]+(/link#\S+)", reply)
        assert match, reply
        return match.group(1)

    def token_by_link(self, link: str) -> str:
        """Spend the bot's link, and return what proves the guest then."""
        match = re.search(r"token=([^&]+)", link)
        assert match, link
        return str(self.ask("/api/v1/auth/link/", {"token": match.group(1)})["token"])

    def as_guest(self, token: str, path: str, body: Any = None) -> Any:
        """Call the API as a signed-in guest does from elsewhere."""
        return self.ask(f"/api/v1{path}", body, headers={"Authorization": f"Bearer {token}"})

    def _chat(self, phone: str) -> dict[str, Any]:
        chat: dict[str, Any] = self.ask(f"/simulator/messages?phone={quote(phone)}")
        return chat


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Served]:
    """Serve a resort from `folder`, on SQLite, until the block ends."""
    port = _free_port()
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [COMMAND, "serve"],
            cwd=folder,
            env={**_surroundings(folder), "PORT": str(port), **settings},
            stdout=log,
            stderr=log,
        )
    try:
        served = Served(f"http://127.0.0.1:{port}")
        _await_ready(served, process, folder / "serve.log")
        yield served
    finally:
        process.terminate()
        process.wait(timeout=25)


def say_to(folder: Path, *words: str, **settings: str) -> str:
    """Run a command on the resort that is served from `folder`; return what it prints."""
    told = subprocess.run(
        [COMMAND, *words],
        cwd=folder,
        env={**_surroundings(folder), **settings},
        capture_output=True,
        check=True,
        text=True,
        timeout=START_SECONDS,
    )
    return told.stdout


def _surroundings(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **kept,
        "DATABASE_URL": f"sqlite:///{folder / 'resort.sqlite'}",
        "MEDIA_DIR": str(folder / "media"),
        "SECRET_KEY": "a secret that only browser tests know",
        "ENCRYPTION_KEYS": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "DESK_PHONE": "+529981234567",
        "DESK_HOURS": "08:00-20:00",
    }


def _await_ready(served: Served, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            served.ask("/health/ready")
        except (HTTPError, URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"it does not answer: {log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
