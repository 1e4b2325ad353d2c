import pytest

from builder.errors import DiptychError
from builder.pipeline.branch import CAN_FORK
from builder.pipeline.exchange import Swap, exchange
from builder.pipeline.log import StageCrash

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="processes cannot be forked here")


def test_each_gets_what_the_other_has() -> None:
    much = {str(number): number for number in range(100_000)}

    def work(swap: Swap[dict[str, int]]) -> tuple[int, int]:
        theirs = swap(much) or {}
        return len(theirs), theirs["7"]

    with exchange(work) as running:
        assert running.swap(much) == much
        assert running.result() == (100_000, 7)


def test_one_that_fails_before_has_nothing_to_tell() -> None:
    def work(swap: Swap[int]) -> int:
        raise DiptychError("no")

    with exchange(work) as running:
        assert running.swap(3) is None
        with pytest.raises(DiptychError, match="no"):
            running.result()


def test_one_that_ends_without_a_swap_still_has_a_result() -> None:
    with exchange(lambda swap: 5) as running:
        assert running.swap(3) is None
        assert running.result() == 5


def test_a_failure_here_ends_the_other_that_waits() -> None:
    with pytest.raises(ZeroDivisionError), exchange(lambda swap: swap(1)) as running:
        raise ZeroDivisionError
    with pytest.raises((StageCrash, ValueError)):
        running.result()
