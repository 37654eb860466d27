"""The real yaml-language-server, talked to over its standard streams as an editor does (LSP)."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

HERE = Path(__file__).parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")
DEADLINE = 60
"""Seconds after which an answer is missed: long, for a busy machine; nobody waits for them."""

SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "format": {"enable": False},
    },
    "http": {},
    "[yaml]": {},
    "editor": {"tabSize": 2, "detectIndentation": False},
    "files": {},
}
"""What an editor sets; no schema is fetched from any network."""


class LanguageServer:
    """One server. Use as a context: it ends with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.messages: queue.Queue[Any] = queue.Queue()
        self.asked = self.opened = 0

    def __enter__(self) -> Self:
        assert NODE is not None
        self.process = subprocess.Popen(
            [NODE, str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": self.folder.as_uri(),
                "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "folder"}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {
                                "snippetSupport": True,
                                "documentationFormat": ["markdown", "plaintext"],
                            }
                        },
                        "hover": {"contentFormat": ["markdown", "plaintext"]},
                        "publishDiagnostics": {"versionSupport": True},
                    },
                },
            },
        )
        self.notify("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.request("shutdown", None)
                self.notify("exit", None)
        finally:
            self.process.kill()
            self.process.wait()

    # -- what an editor does --------------------------------------------------------------

    def open(self, text: str) -> str:
        """Open a new file with a text; its URI. No two have the same: nothing that is still said
        of an earlier one can be mistaken for an answer."""
        self.opened += 1
        uri = (self.folder / f"file{self.opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def close(self, uri: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def marks(self, uri: str) -> list[Any]:
        """What the server marks in a file, once it marks anything: it says that nothing is wrong
        as soon as a file is opened, before it has read the schema."""
        until = time.monotonic() + DEADLINE
        while True:
            message = self._next(until)
            if message.get("method") != "textDocument/publishDiagnostics":
                continue
            params = message["params"]
            if params["uri"] == uri and params["diagnostics"]:
                return list(params["diagnostics"])

    def hover(self, uri: str, line: int, column: int) -> str:
        """What the server shows of a place; both count from 0."""
        found = self.request("textDocument/hover", _at(uri, line, column))
        return str(found["contents"]["value"]) if found else ""

    def completion(self, uri: str, line: int, column: int) -> dict[str, Any]:
        """What the server offers at a place, by label."""
        found = self.request("textDocument/completion", _at(uri, line, column))
        return {item["label"]: item for item in found["items"]}

    # -- the protocol ---------------------------------------------------------------------

    def request(self, method: str, params: Any) -> Any:
        """Ask, and wait for the answer."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        until = time.monotonic() + DEADLINE
        while True:
            message = self._next(until)
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _next(self, until: float) -> Any:
        """The next message; what the server itself asks for is answered at once."""
        try:
            message = self.messages.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            raise AssertionError(f"The server was silent for {DEADLINE} seconds.") from None
        assert message is not None, "The server has ended."
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": _answer(message)})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while (body := _body(stream)) is not None:
            self.messages.put(json.loads(body))
        self.messages.put(None)


def _body(stream: BinaryIO) -> bytes | None:
    """The next message of a stream; None at its end."""
    length = 0
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return stream.read(length) if length else None


def _answer(message: dict[str, Any]) -> Any:
    if message["method"] == "workspace/configuration":
        return [SETTINGS.get(item.get("section"), {}) for item in message["params"]["items"]]
    return None


def _at(uri: str, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
