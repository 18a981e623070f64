"""Whoever tampers with the audit log in the database is found out, and told apart."""

import json
import threading
import tracemalloc
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from heritage.audit import record
from heritage.audit.faults import FaultKind
from heritage.audit.heads import Head, read_head
from heritage.audit.recording import HEAD
from heritage.audit.sealing import seal_of
from heritage.audit.verifying import verify
from heritage.models import AuditEntry, AuditHead

FIVE = 5


@pytest.fixture
def chain(db) -> Head:
    """Five entries and their head."""
    for number in range(FIVE):
        record("heritage.load", data={"number": number})
    return read_head()


def tamper(sql: str, *values: object) -> None:
    """Do to the database what no code of ours does."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def faults(head: Head | None = None, **written_down: str) -> list[tuple[FaultKind, int]]:
    kept = {int(number.removeprefix("n")): seal for number, seal in written_down.items()}
    return [(fault.kind, fault.number) for fault in verify(head or read_head(), written_down=kept)]


def rewrite_from(number: int) -> None:
    """Seal every entry from a number on anew, and the head, as somebody does who has read the source."""
    before = AuditEntry.objects.get(number=number - 1).digest
    for entry in AuditEntry.objects.filter(number__gte=number):
        entry.previous = before
        before = seal_of(entry)
        tamper(
            "UPDATE heritage_auditentry SET previous = %s, digest = %s WHERE number = %s",
            entry.previous,
            before,
            entry.number,
        )
    tamper("UPDATE heritage_audithead SET digest = %s WHERE id = %s", before, HEAD)


def test_an_untouched_chain_has_no_fault(chain):
    assert faults() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("user_words", "别人"),
        ("action", "wagtail.delete"),
        ("object_id", "9"),
        ("label", "别的厂"),
        ("collection_id", 9),
        ("user_id", 9),
        ("data", '{"number": 9}'),
        ("at", "2020-01-01 00:00:00"),
    ],
)
def test_a_changed_row_is_found_at_its_number(chain, column, value):
    sql = f"UPDATE heritage_auditentry SET {column} = %s WHERE number = 3"  # noqa: S608 — the column is ours
    tamper(sql, value)
    assert faults() == [(FaultKind.CHANGED, 3)]


def test_a_changed_row_that_was_sealed_anew_is_found_at_the_row_after_it(chain):
    tamper("UPDATE heritage_auditentry SET label = 'x' WHERE number = 3")
    tamper(
        "UPDATE heritage_auditentry SET digest = %s WHERE number = 3",
        seal_of(AuditEntry.objects.get(number=3)),
    )
    assert faults() == [(FaultKind.BROKEN, 4)]


def test_a_row_removed_in_the_middle_is_found(chain):
    tamper("DELETE FROM heritage_auditentry WHERE number = 3")
    assert faults() == [(FaultKind.REMOVED, 3)]


def test_rows_that_were_numbered_anew_after_one_was_removed_are_found(chain):
    tamper("DELETE FROM heritage_auditentry WHERE number = 3")
    tamper("UPDATE heritage_auditentry SET number = 3 WHERE number = 4")
    tamper("UPDATE heritage_auditentry SET number = 4 WHERE number = 5")
    tamper("UPDATE heritage_audithead SET number = 4")
    assert faults() == [(FaultKind.BROKEN, 3), (FaultKind.CHANGED, 3), (FaultKind.CHANGED, 4)]


def test_an_end_that_was_cut_off_is_found_by_the_head(chain):
    tamper("DELETE FROM heritage_auditentry WHERE number > 3")
    assert faults() == [(FaultKind.CUT, 4)]


def test_an_emptied_log_is_found_by_the_head(chain):
    tamper("DELETE FROM heritage_auditentry")
    assert faults() == [(FaultKind.CUT, 1)]


def test_a_head_that_was_put_back_is_found(chain):
    tamper("UPDATE heritage_audithead SET number = 3, digest = %s", AuditEntry.objects.get(number=3).digest)
    assert faults() == [(FaultKind.BEYOND, 4)]


def test_an_end_cut_off_together_with_its_head_is_found_by_a_head_that_was_written_down(chain):
    tamper("DELETE FROM heritage_auditentry WHERE number > 3")
    tamper("UPDATE heritage_audithead SET number = 3, digest = %s", AuditEntry.objects.get(number=3).digest)
    assert (faults(), faults(n5=chain.seal)) == ([], [(FaultKind.OTHER_CHAIN, 5)])


def test_two_rows_that_changed_places_are_found(chain):
    tamper("UPDATE heritage_auditentry SET number = 99 WHERE number = 2")
    tamper("UPDATE heritage_auditentry SET number = 2 WHERE number = 3")
    tamper("UPDATE heritage_auditentry SET number = 3 WHERE number = 99")
    assert faults() == [
        (FaultKind.BROKEN, 2),
        (FaultKind.CHANGED, 2),
        (FaultKind.BROKEN, 3),
        (FaultKind.CHANGED, 3),
        (FaultKind.BROKEN, 4),
    ]


def test_a_row_put_in_after_the_end_is_found(chain):
    forged = AuditEntry(number=6, at=AuditEntry.objects.get(number=5).at, action="x", previous=chain.seal)
    forged.digest = seal_of(forged)
    AuditEntry.objects.bulk_create([forged])
    assert faults() == [(FaultKind.BEYOND, 6)]


def test_a_row_put_in_where_others_were_moved_up_for_it_is_found(chain):
    for number in (5, 4, 3):
        tamper("UPDATE heritage_auditentry SET number = %s WHERE number = %s", number + 1, number)
    second = AuditEntry.objects.get(number=2)
    forged = AuditEntry(number=3, at=second.at, action="x", previous=second.digest)
    forged.digest = seal_of(forged)
    AuditEntry.objects.bulk_create([forged])
    tamper("UPDATE heritage_audithead SET number = 6")
    assert faults() == [
        (FaultKind.BROKEN, 4),
        (FaultKind.CHANGED, 4),
        (FaultKind.CHANGED, 5),
        (FaultKind.CHANGED, 6),
    ]


def test_a_chain_rewritten_to_its_end_is_found_by_a_head_that_was_written_down(chain):
    tamper("UPDATE heritage_auditentry SET label = 'x' WHERE number = 3")
    rewrite_from(3)
    assert (faults(), faults(n5=chain.seal)) == ([], [(FaultKind.OTHER_CHAIN, 5)])


def test_a_head_with_another_seal_is_found(chain):
    tamper("UPDATE heritage_audithead SET digest = %s", "0" * 64)
    assert faults() == [(FaultKind.HEAD, 5)]


def run(*arguments: str) -> tuple[int, str, str]:
    """What the command exits with, and what it writes."""
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_audit", *arguments, stdout=out, stderr=err)
    except SystemExit as stopped:
        return int(str(stopped.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_the_command_prints_the_head_and_writes_down_that_it_checked(chain):
    assert run()[:2] == (0, f"{chain}\n")
    assert AuditEntry.objects.latest("number").data == {
        "number": FIVE,
        "seal": chain.seal,
        "fault_count": 0,
    }
    assert run("--expect", str(chain))[0] == 0


def test_the_command_says_where_the_chain_is_broken_and_exits_with_1(chain):
    seal = AuditEntry.objects.get(number=3).digest
    tamper("UPDATE heritage_auditentry SET label = 'x' WHERE number = 3")
    right = seal_of(AuditEntry.objects.get(number=3))
    code, out, _err = run("--json")
    assert (code, json.loads(out)) == (
        1,
        {
            "head": str(chain),
            "entries": FIVE,
            "is_whole": False,
            "is_written_down": True,
            "fault_count": 1,
            "faults": [{"kind": "changed", "number": 3, "expected": f"seal {right}", "found": seal}],
        },
    )
    assert "entry 3: its content does not give its seal" in run()[2]


def test_an_end_that_does_not_fit_is_not_built_on(chain):
    tamper("DELETE FROM heritage_auditentry WHERE number > 3")
    code, _out, err = run()
    assert (code, "could not be entered" in err) == (1, True)


@pytest.mark.parametrize("written", ["", "5", "5:abc", "0:" + "0" * 64, "-1:" + "0" * 64])
def test_a_head_that_is_none_is_refused_with_the_form_it_has(db, written):
    with pytest.raises(CommandError, match="NUMBER:SEAL"):
        run(f"--expect={written}")


def test_a_long_chain_is_read_in_constant_memory(chain):
    rows, at, before = [], AuditEntry.objects.get(number=1).at, chain.seal
    for number in range(FIVE + 1, 6001):
        row = AuditEntry(number=number, at=at, action="x", data={"text": "x" * 400}, previous=before)
        row.digest = before = seal_of(row)
        rows.append(row)
    AuditEntry.objects.bulk_create(rows, batch_size=500)
    AuditHead.objects.filter(pk=HEAD).update(number=6000, digest=before)
    peaks = []
    for last in (3000, 6000):
        head = Head(last, AuditEntry.objects.get(number=last).digest)
        tracemalloc.start()
        assert list(verify(head)) == []
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


def test_two_who_act_at_once_are_sealed_one_after_the_other(db, tmp_path):
    path = tmp_path / "beside.sqlite3"
    begin = threading.Barrier(2)

    def on_a_file(act: Callable[[], None]) -> None:
        """Act in a thread whose connection leads to a file: two connections cannot wait in memory."""
        values = {**connections.settings["default"], "NAME": str(path)}
        connections["default"] = connections.create_connection("default")
        connections["default"].settings_dict = values
        act()
        connection.close()

    def make_tables() -> None:
        with connection.schema_editor(atomic=False) as editor:
            editor.create_model(AuditEntry)
            editor.create_model(AuditHead)
        record("heritage.load")

    def act() -> None:
        begin.wait()
        for _n in range(10):
            record("heritage.load")

    found: list[object] = []
    for together in ([make_tables], [act, act], [lambda: found.extend([read_head().number, *faults()])]):
        threads = [threading.Thread(target=on_a_file, args=[one]) for one in together]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [21]
