"""What must happen at its hour even when nobody visits the site."""

import logging
import os
import signal
import threading

from django.core.management import call_command
from django.db import OperationalError, close_old_connections

from heritage.notices.falling_due import tell_once_a_day
from search.indexing import drain
from search.results import SearchUnavailableError

logger = logging.getLogger(__name__)


def do_duties() -> None:
    """Publish and withdraw what is due, index what waits, and tell officers what falls due.

    A request indexes its own change after its commit; the drain here is for one that was killed in
    between, and for the time after an engine was down. Either fault is logged and met again next round.
    """
    try:
        call_command("publish_scheduled", verbosity=0)
        drain()
        tell_once_a_day()
    except (OperationalError, SearchUnavailableError) as error:
        logger.warning("not everything was done this round: %s", error)
    finally:
        close_old_connections()


def start_clock(every: float) -> threading.Thread:
    """Do the duties every so many seconds beside whatever this process does; it ends if they break."""
    thread = threading.Thread(target=_keep_time, args=(every,), name="clock", daemon=True)
    thread.start()
    return thread


def _keep_time(every: float) -> None:
    never = threading.Event()
    try:
        while not never.wait(every):
            do_duties()
    finally:  # only an error leads here: a process that lost its clock must be started anew
        logger.critical("the clock has stopped, the process ends")
        os.kill(os.getpid(), signal.SIGTERM)
