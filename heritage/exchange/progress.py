"""How far a long command has come, on standard error."""

from dataclasses import dataclass

from django.core.management.base import OutputWrapper


@dataclass
class Progress:
    """One line that counts: rewritten in place on a terminal, every tenth step elsewhere."""

    stream: OutputWrapper
    what: str
    total: int
    done: int = 0

    def step(self) -> None:
        self.done += 1
        is_last = self.done == self.total
        if self.stream.isatty():
            self.stream.write(f"\r{self.what}: {self.done}/{self.total}", ending="\n" if is_last else "")
        elif is_last or self.done % 10 == 0:
            self.stream.write(f"{self.what}: {self.done}/{self.total}")
