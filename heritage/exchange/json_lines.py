"""On which line of a JSON text each value stands, so that a fault can be found in an editor."""

import re
from dataclasses import dataclass, field
from json import loads

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


@dataclass
class JsonLines:
    """Path → line, from 1; the path of the whole is blank. `repeated` are keys given twice in an object."""

    lines: dict[str, int] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)

    def of(self, path: str) -> int | None:
        """Return the line of a value, or of the nearest thing around it when there is no such value."""
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["))] if re.search(r"[.\[]", path) else ""
        return self.lines.get(path)


@dataclass
class _Open:
    """An object or array that is being read."""

    path: str
    is_array: bool
    index: int = 0
    key: str | None = None

    def next_path(self) -> str:
        if self.is_array:
            return f"{self.path}[{self.index}]"
        return f"{self.path}.{self.key}" if self.path else str(self.key)


def find_lines(text: str) -> JsonLines:
    """Return the lines of a text that is known to be valid JSON."""
    found = JsonLines()
    stack: list[_Open] = []
    line, position = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", position, match.start())
        position, token = match.start(), match.group()
        around = stack[-1] if stack else None
        if token in "]}":
            stack.pop()
        elif token == "," and around:
            around.index, around.key = around.index + 1, None
        elif token == ":":
            continue
        elif around and not around.is_array and around.key is None:
            around.key = loads(token)
            if around.next_path() in found.lines:
                found.repeated.append(around.next_path())
        else:
            path = around.next_path() if around else ""
            found.lines[path] = line
            if token in "[{":
                stack.append(_Open(path, token == "["))
    return found
