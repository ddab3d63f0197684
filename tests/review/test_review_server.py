"""Who may ask the review's server, and what it refuses."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import NAME, read
from pipeline.review.server import TOKEN_HEADER, ReviewServer

ACCEPT = {"article_id": "garut", "table": "figures", "row_id": "garut:f1", "decision": "accept"}


def ask(
    server: ReviewServer, method: str, path: str, body: Any = None, headers: Mapping[str, str | None] | None = None
) -> tuple[int, Any, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    given = {TOKEN_HEADER: server.token, **(headers or {})}
    data = body if isinstance(body, str | None) else json.dumps(body)
    connection.request(method, path, data, {name: value for name, value in given.items() if value is not None})
    answer = connection.getresponse()
    text = answer.read().decode()
    kind = answer.headers["Content-Type"]
    return answer.status, json.loads(text) if "json" in kind else text, answer


def test_it_listens_on_this_machine_alone(untouched: ReviewServer) -> None:
    assert untouched.server_address[0] == "127.0.0.1"
    assert untouched.address.startswith(f"http://127.0.0.1:{untouched.server_port}/?token=")
    assert len(untouched.token) >= 32


def test_the_page_comes_to_who_has_its_address(untouched: ReviewServer) -> None:
    status, page, answer = ask(untouched, "GET", f"/?token={untouched.token}", headers={TOKEN_HEADER: None})
    assert status == 200
    assert '<script type="module" src="/static/review.js">' in page
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Set-Cookie"] is None


PATHS = [("GET", "/api/overview"), ("GET", "/api/article?id=garut"), ("GET", "/api/next"), ("POST", "/api/decide")]


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), *PATHS], ids=lambda value: str(value))
@pytest.mark.parametrize("token", [None, "", "salah", "ï"], ids=["none", "empty", "wrong", "not ASCII"])
def test_without_the_token_nothing_is_said(untouched: ReviewServer, method: str, path: str, token: str | None) -> None:
    header = token if token is None else token.encode("latin-1").decode("latin-1")
    status, said, _ = ask(untouched, method, path, ACCEPT if method == "POST" else None, {TOKEN_HEADER: header})
    assert (status, list(said)) == (403, ["error"])


def test_the_token_in_the_address_does_not_open_the_rest(untouched: ReviewServer) -> None:
    path = f"/api/overview?token={untouched.token}"
    assert ask(untouched, "GET", path, headers={TOKEN_HEADER: None})[0] == 403


@pytest.mark.parametrize("host", ["berita.example", "127.0.0.1", "127.0.0.1:1", "localhost.berita.example:80", ""])
@pytest.mark.parametrize("path", ["/", "/api/overview"])
def test_another_name_for_this_machine_is_refused(untouched: ReviewServer, host: str, path: str) -> None:
    assert ask(untouched, "GET", f"{path}?token={untouched.token}", headers={"Host": host})[0] == 403


def test_this_machine_may_be_called_localhost(untouched: ReviewServer) -> None:
    assert ask(untouched, "GET", "/api/overview", headers={"Host": f"localhost:{untouched.server_port}"})[0] == 200


@pytest.mark.parametrize("origin", ["http://berita.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])
def test_another_site_is_refused_even_with_the_token(untouched: ReviewServer, origin: str) -> None:
    assert ask(untouched, "POST", "/api/decide", ACCEPT, {"Origin": origin})[0] == 403


@pytest.mark.parametrize(
    "path",
    ["/../pyproject.toml", "/static/../server.py", "/static/%2e%2e/server.py", "/static//etc/passwd", "/static/",
     "/static/..", "/corrections.jsonl", "/static/review.html/../review.js", "/etc/passwd", "/static/\\..\\server.py"],
)  # fmt: skip
def test_no_path_leads_out(untouched: ReviewServer, path: str) -> None:
    status, said, _ = ask(untouched, "GET", path)
    assert (status, list(said)) == (404, ["error"])


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("[]", 400),
        ("x" * 70_000, 413),
        ({**ACCEPT, "article_id": "tiada"}, 400),
        ({**ACCEPT, "row_id": "garut:f9"}, 400),
        ({**ACCEPT, "row_id": None}, 400),
        ({**ACCEPT, "table": "guru"}, 400),
        ({**ACCEPT, "table": "dates"}, 400),
        ({**ACCEPT, "decision": "love"}, 400),
        ({**ACCEPT, "lagi": 1}, 400),
        ({**ACCEPT, "start_char": "0"}, 400),
        ({**ACCEPT, "decision": "undo"}, 400),
        ({**ACCEPT, "decision": "correct", "values": {"kind": "banyak"}}, 400),
        ({**ACCEPT, "decision": "correct", "values": {"value": "dua belas"}}, 400),
        ({**ACCEPT, "decision": "correct", "values": {"figure_id": "x"}}, 400),
        ({**ACCEPT, "decision": "correct", "values": {}, "start_char": 5, "end_char": 9_999}, 400),
        ({**ACCEPT, "decision": "correct", "values": {}, "start_char": 9, "end_char": 5}, 400),
        ({**ACCEPT, "decision": "add", "row_id": None, "start_char": 0, "end_char": 4, "values": {}}, 400),
    ],
)
def test_what_cannot_be_done_is_refused(untouched: ReviewServer, body: Any, status: int) -> None:
    refused = ask(untouched, "POST", "/api/decide", body)
    assert (refused[0], list(refused[1])) == (status, ["error"])


def test_a_body_without_length_is_refused(untouched: ReviewServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", untouched.server_port, timeout=10)
    connection.putrequest("POST", "/api/decide")
    connection.putheader(TOKEN_HEADER, untouched.token)
    connection.endheaders()
    assert connection.getresponse().status == 411


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD"])
def test_other_methods_are_not_known(untouched: ReviewServer, method: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", untouched.server_port, timeout=10)
    connection.request(method, "/api/overview", headers={TOKEN_HEADER: untouched.token})
    assert connection.getresponse().status == 501


def test_many_at_once_lose_nothing(server: ReviewServer, tmp_path: Path) -> None:
    rows = [(row["table"], row["row_id"]) for row in ask(server, "GET", "/api/article?id=lamandau")[1]["rows"]]

    def accept(row: tuple[str, str]) -> int:
        change = {"article_id": "lamandau", "table": row[0], "row_id": row[1], "decision": "accept"}
        return ask(server, "POST", "/api/decide", change)[0]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(accept, rows)) == {200}
    assert len(read(tmp_path / NAME)) == len(rows)
    (article, *_) = ask(server, "GET", "/api/overview")[1]["articles"]
    assert article["decided"] == article["rows"] == len(rows)
