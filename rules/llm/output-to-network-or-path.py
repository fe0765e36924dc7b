import json
from pathlib import Path
from urllib.parse import urlparse

import requests
from agents import function_tool
from langchain_core.tools import tool

ROOT = Path("workspace").resolve()
ALLOWED_HOSTS = {"docs.example.com"}


@tool
def fetch_page(url: str) -> str:
    """Reads a page."""
    # ruleid: llm/output-to-network-or-path
    return requests.get(url, timeout=10).text


@function_tool
def read_file(name: str) -> str:
    """Reads a file."""
    # ruleid: llm/output-to-network-or-path
    with open(f"workspace/{name}") as file:
        return file.read()


def run(tool_call):
    args = json.loads(tool_call.function.arguments)
    # ruleid: llm/output-to-network-or-path
    return requests.get(args["url"], timeout=10).text


@tool
def fetch_listed(url: str) -> str:
    """Reads a page of the documentation."""
    if urlparse(url).hostname not in ALLOWED_HOSTS:
        raise ValueError("host")
    # ok: llm/output-to-network-or-path
    return requests.get(url, timeout=10).text


@function_tool
def read_inside(name: str) -> str:
    """Reads a file."""
    path = (ROOT / name).resolve()
    path.relative_to(ROOT)
    # ok: llm/output-to-network-or-path
    return path.read_text()


@tool
def weather(city: str) -> str:
    """The weather of a city."""
    # ok: llm/output-to-network-or-path
    return requests.get("https://api.weather.example/v1", params={"q": city}, timeout=10).text


def save(client, question):
    answer = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    # ok: llm/output-to-network-or-path
    Path("report.md").write_text(answer.choices[0].message.content)


def named(args):
    settings = json.loads(args.arguments)
    # ok: llm/output-to-network-or-path
    return open(settings["path"]).read()


def dispatch(block):
    # ruleid: llm/output-to-network-or-path
    return open(block.input["path"]).read()
