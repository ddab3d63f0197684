"""The review over HTTP, for one person on this machine.

The standard library's server is enough for seven routes and one user, and brings no dependency. Who may ask:

- only this machine: it listens on 127.0.0.1, and nothing can make it listen elsewhere;
- only who knows the token: it stands in the address of the page, and in a header of every request that reads or writes,
  which no other site can send (a header of one's own needs leave that is never given);
- no other name for this machine: the ``Host`` must be the loopback address, so a foreign name that is made to point
  here (DNS rebinding) is refused, and so is a foreign ``Origin``.

No path of a request ever becomes a path of a file: pages are looked up in a fixed table.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

from pipeline.corrections.columns import REVIEWED
from pipeline.review.session import Change, ReviewError, Session, Which
from pipeline.views.html.highlight import stylesheet

HOST = "127.0.0.1"
TOKEN_HEADER = "X-Berita-Token"
_LARGEST = 64 * 1024  # bytes of a request's body
_PATIENCE = 30  # seconds for a request to arrive
_ASSETS = Path(__file__).parent / "assets"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class RequestError(Exception):
    """A request that is answered with an error status and its message."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class ReviewServer(ThreadingHTTPServer):
    """Serves one `Session` until it is shut down."""

    daemon_threads = True

    def __init__(self, session: Session, port: int = 0) -> None:
        """Listen on `port` of the loopback address; 0 takes any free one.

        Raises:
            OSError: the port is taken.
        """
        self.session = session
        self.token = token_urlsafe(32)
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """What to open in a browser; whoever has it can review."""
        return f"http://{HOST}:{self.server_port}/?token={self.token}"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    timeout = _PATIENCE
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(self._get)

    def do_POST(self) -> None:
        self._answer(self._post)

    def _answer(self, route: Callable[[str, dict[str, str]], tuple[str, bytes]]) -> None:
        url = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(url.query).items()}
        try:
            self._check_caller()
            kind, body = route(url.path, query)
            status = HTTPStatus.OK
        except RequestError as error:
            self.close_connection = True  # a body may be left unread
            status, (kind, body) = error.status, _json({"error": str(error)})
        except ReviewError as error:
            status, (kind, body) = HTTPStatus.BAD_REQUEST, _json({"error": str(error)})
        except OSError as error:
            message = f"The ledger could not be written: {error.strerror or error}"
            status, (kind, body) = HTTPStatus.INTERNAL_SERVER_ERROR, _json({"error": message})
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": f"{kind}; charset=utf-8"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _check_caller(self) -> None:
        """Refuse who came by another name or from another site."""
        hosts = {f"{HOST}:{self.server.server_port}", f"localhost:{self.server.server_port}"}
        origin = self.headers.get("Origin")
        if self.headers.get("Host") not in hosts:
            raise RequestError(HTTPStatus.FORBIDDEN, "Open the address that berita review printed.")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            raise RequestError(HTTPStatus.FORBIDDEN, "Requests from other sites are refused.")

    def _check_token(self, token: str | None) -> None:
        if not compare_digest((token or "").encode("utf-8", "replace"), self.server.token.encode()):
            raise RequestError(
                HTTPStatus.FORBIDDEN, "Open the address that berita review printed; its token is missing."
            )

    def _get(self, path: str, query: dict[str, str]) -> tuple[str, bytes]:
        if path == "/":
            self._check_token(query.get("token"))
            return _static("review.html")
        if path.startswith("/static/"):
            return _static(path.removeprefix("/static/"))
        self._check_token(self.headers.get(TOKEN_HEADER))
        session = self.server.session
        if path == "/api/overview":
            return _json(session.overview())
        if path == "/api/article":
            return _json(session.article(query.get("id", "")))
        if path == "/api/next":
            return _json({"id": session.next(**_search(query))})
        raise RequestError(HTTPStatus.NOT_FOUND, f"There is no {path}.")

    def _post(self, path: str, query: dict[str, str]) -> tuple[str, bytes]:
        self._check_token(self.headers.get(TOKEN_HEADER))
        said = self._body()
        session = self.server.session
        if path == "/api/decide":
            return _json({"row_id": session.decide(_change(said))})
        if path == "/api/accept-rest":
            session.accept_rest(str(said.get("article_id")))
            return _json({})
        if path == "/api/undo":
            return _json({"article_id": session.undo()})
        raise RequestError(HTTPStatus.NOT_FOUND, f"There is no {path}.")

    def _body(self) -> dict[str, Any]:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            raise RequestError(HTTPStatus.LENGTH_REQUIRED, "The request does not say how long it is.")
        if int(length) > _LARGEST:
            raise RequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"No request is longer than {_LARGEST:,} bytes.")
        try:
            said = json.loads(self.rfile.read(int(length)))
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise RequestError(HTTPStatus.BAD_REQUEST, "The request is no JSON object.")
        return said

    def version_string(self) -> str:
        return "berita"

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: the terminal belongs to the person who reviews."""


def _change(said: Mapping[str, Any]) -> Change:
    """The change that a request asks for, its types checked."""
    types: dict[str, Any] = {
        **dict.fromkeys(("article_id", "table", "decision"), str),
        "row_id": str | None,
        "values": dict | None,
        **dict.fromkeys(("start_char", "end_char"), int | None),
    }
    if unknown := sorted(said.keys() - {field.name for field in fields(Change)}):
        raise ReviewError(f"a decision has no {unknown[0]!r}")
    for name, kind in types.items():
        if not isinstance(said.get(name), kind):
            raise ReviewError(f"{name}: {said.get(name)!r} is of the wrong type")
    if said["decision"] not in ("accept", "reject", "correct", "add", "undo"):
        raise ReviewError(f"no decision {said['decision']!r}")
    return Change(**said)


def _search(query: Mapping[str, str]) -> dict[str, Any]:
    """The arguments of `Session.next`."""
    which = query.get("which", "all")
    try:
        below = float(query.get("below", "1"))
    except ValueError:
        raise ReviewError("below: not a number") from None
    if which not in get_args(Which):
        raise ReviewError(f"which: {which!r} is none of {', '.join(get_args(Which))}")
    return {
        "after": query.get("after"),
        "step": -1 if query.get("step") == "-1" else 1,
        "which": which,
        "below": below,
        "tables": query["tables"].split(",") if "tables" in query else REVIEWED,
    }


def _json(value: object) -> tuple[str, bytes]:
    return "application/json", json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _static(name: str) -> tuple[str, bytes]:
    """A file of the page, out of a fixed list."""
    if name == "highlight.css":
        return "text/css", stylesheet().encode()
    for path in _ASSETS.iterdir():
        if path.name == name and path.suffix in _TYPES:
            return _TYPES[path.suffix], path.read_bytes()
    raise RequestError(HTTPStatus.NOT_FOUND, "There is no such file.")
