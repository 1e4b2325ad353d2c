"""Fuzz the readers of this program, guided by coverage: `python -m tests.torture.fuzz SECONDS FOLDER [TARGET ...]`.

The first byte of an input chooses the target, so that one process with all libraries in memory serves them all.
Findings do not end the run: each of a kind is kept once, as an input and a traceback in FOLDER. The last line is a
summary as JSON.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
import traceback
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import atheris

INSTRUMENTED = [
    "builder.content",
    "builder.markup",
    "builder.resolve",
    "builder.theme",
    "builder.pptx.reference",
]
MOST_MEMORY_MB = 6_000
OWN_MUTATIONS = 0.7
"""The share of inputs that are made of the seeds by our mutations, not by libFuzzer's."""


class TooSlow(BaseException):
    """An input that took more of the processor's time than it may; no `except Exception` takes it."""


@dataclass
class Summary:
    """What came of a run: inputs and the slowest of them, in seconds of the processor, by target; findings by kind."""

    seconds: int = 0
    inputs: dict[str, int] = field(default_factory=dict)
    slowest_s: dict[str, float] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)


def kind_of(error: BaseException) -> str:
    """Return what tells one finding from another: the innermost cause, and where it was raised."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/builder/" in frame.filename]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in (*own[-1:], *frames[-1:])]
    return " ".join((type(error).__name__, *places))


class Fuzzer:
    """Gives inputs to targets and writes down what they bring about."""

    def __init__(self, seconds: int, folder: Path, names: list[str]) -> None:
        from builder.pipeline import outputs
        from tests.fuzz.mutate import mutate
        from tests.fuzz.targets import SECONDS, TARGETS

        outputs.CAN_FORK = False  # the time of a second process would not be counted, nor its end be seen
        self._targets = [TARGETS[name] for name in names or TARGETS]
        self._seeds = [target.seeds() for target in self._targets]
        self._projects = [target.make_project() for target in self._targets]
        self._mutate = mutate
        self._limit_s = SECONDS
        self._folder = folder
        self._ends = time.monotonic() + seconds
        self._summary = Summary(seconds)
        signal.signal(signal.SIGPROF, self._stop)

    def _stop(self, _signal: int, _frame: Any) -> None:
        raise TooSlow

    def take(self, data: bytes) -> None:
        """Run the target of one input."""
        if time.monotonic() > self._ends:
            self._finish()
        index = data[0] % len(self._targets) if data else 0
        target, data = self._targets[index], data[1:]
        (self._folder / "last").write_bytes(f"{target.name}\n".encode() + data)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, self._limit_s)
        try:
            target.run(data, self._projects[index])
        except (Exception, TooSlow) as error:
            self._keep(target.name, error, data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self._summary.inputs[target.name] = self._summary.inputs.get(target.name, 0) + 1
        took = round(time.process_time() - start, 1)
        self._summary.slowest_s[target.name] = max(self._summary.slowest_s.get(target.name, 0), took)

    def _keep(self, name: str, error: BaseException, data: bytes) -> None:
        kind = f"{name}: {kind_of(error)}"
        if kind not in self._summary.findings:
            file = self._folder / f"{name}-{len(self._summary.findings)}"
            file.write_bytes(data)
            file.with_suffix(".txt").write_text("".join(traceback.format_exception(error)))
            self._summary.findings[kind] = file.name
            print(f"finding: {kind} {file.name}", flush=True)

    def mutate(self, data: bytes, most: int, seed: int) -> bytes:
        """Return another input: made of the seeds of any target, or of `data`."""
        chance = random.Random(seed)
        if chance.random() > OWN_MUTATIONS:
            return atheris.Mutate(data, most)
        index = chance.randrange(len(self._targets))
        return (
            bytes([index]) + self._mutate(self._seeds[index], self._targets[index].tokens, seed)[: most - 1]
        )

    def corpus(self) -> list[bytes]:
        """Return the inputs to begin with."""
        return [bytes([index]) + seed for index, seeds in enumerate(self._seeds) for seed in seeds]

    def _finish(self) -> None:
        for project in self._projects:
            shutil.rmtree(project, ignore_errors=True)
        print(json.dumps(asdict(self._summary)), flush=True)
        os._exit(0)


def main() -> None:
    seconds, folder = int(sys.argv[1]), Path(sys.argv[2])
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with atheris.instrument_imports(include=INSTRUMENTED):
        fuzzer = Fuzzer(seconds, folder, sys.argv[3:])
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(fuzzer.corpus()):
        (corpus / f"seed-{number}").write_bytes(seed)
    longest = 2 * max(map(len, fuzzer.corpus()))
    flags = [
        f"-artifact_prefix={folder}/",
        f"-max_len={longest}",
        f"-rss_limit_mb={MOST_MEMORY_MB}",
        "-timeout=600",
        "-verbosity=0",
        "-report_slow_units=600",
    ]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], fuzzer.take, custom_mutator=fuzzer.mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
