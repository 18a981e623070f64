"""The address the site listens on: is it free, and does the site answer yet?

Standard library only: `make demo` asks before anything is installed.
"""

import errno
import socket
from http.client import HTTPConnection, HTTPException

PROBE_TIMEOUT = 1.0  # seconds


class AddressError(Exception):
    """The site cannot listen where it was told to."""


def read_port(text: str) -> int:
    """Turn the PORT of the command line into a number of 1–65535, or raise AddressError."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise AddressError(f"PORT is {text!r}; give a whole number from 1 to 65535, such as PORT=8000.")
    return int(text)


def refuse_taken_address(host: str, port: int) -> None:
    """Raise AddressError when nothing of ours could listen there.

    The server sets SO_REUSEPORT and would quietly share a port with an earlier copy of itself.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise AddressError(_explain(error, host, port)) from error


def answers(host: str, port: int, path: str) -> bool:
    """Whether GET `path` is served now: a refusal of our host name is an answer too, a 5xx is none."""
    connection = HTTPConnection(host, port, timeout=PROBE_TIMEOUT)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _explain(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} of {host} is in use by another program. "
            f"Stop that program, or choose another port: PORT={port + 1 if port < 65535 else 8000}."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs administrator rights; choose one above 1023, such as PORT=8000."
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}."
