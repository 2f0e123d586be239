"""Work: one command of the program, carried out in a process of its own, that answers in lines of JSON."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from annotator import paths
from annotator.core.record import Notice, Refusal
from annotator.core.sentence import Sentence, say

Answer = Mapping[str, Any]
MOST_OF_STDERR = 500


class Work(QObject):
    """Runs `python -m annotator VERB …`. `progressed` carries a count, `answered` the last line's object (a mapping),
    `failed` the Sentence that says why there is no answer. Exactly one of the last two comes, once."""

    progressed = Signal(int)
    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._rest = b""
        self._stopped = False
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._stumble)

    def start(self, arguments: Sequence[str]) -> None:
        """Begin; `arguments` start with the verb."""
        own = [] if getattr(sys, "frozen", False) else ["-m", "annotator"]
        self._process.start(sys.executable, [*own, *arguments])

    @property
    def is_running(self) -> bool:
        """Whether it is under way."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def was_stopped(self) -> bool:
        """Whether `stop` ended it."""
        return self._stopped

    def stop(self) -> None:
        """End it; what it has finished so far stays, what it was in the middle of is not done."""
        self._stopped = True
        self._process.kill()

    def _read(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            if line.strip():
                self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError:
            # Something else printed there, such as a library's warning: not for us.
            return
        if not isinstance(said, dict):
            return
        if set(said) == {"progress"}:
            self.progressed.emit(int(said["progress"]))
        else:
            self._answer = said

    def _finish(self) -> None:
        self._read()
        if self._rest.strip():
            self._take(self._rest)
        if self._stopped:
            self.failed.emit(say("It was stopped. What was finished until then is kept."))
        elif self._answer is None:
            self.failed.emit(self._unanswered())
        elif "error" in self._answer:
            self.failed.emit(sentence_of(self._answer["error"]))
        else:
            self.answered.emit(self._answer)

    def _stumble(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(say("The program could not be started: {reason}.", reason=self._process.errorString()))

    def _unanswered(self) -> Sentence:
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        last = said.splitlines()[-1][:MOST_OF_STDERR] if said else str(self._process.exitCode())
        return say("It ended without an answer: {reason}", reason=last)


def sentence_of(said: Mapping[str, Any]) -> Sentence:
    """The sentence that a line of JSON holds."""
    return Sentence(str(said["template"]), tuple(said.get("values", {}).items()))


def refusals_of(answer: Answer) -> list[Refusal]:
    """What an import refused."""
    return [Refusal(str(said["path"]), said["line"], sentence_of(said)) for said in answer["refused"]]


def warnings_of(answer: Answer) -> list[Notice]:
    """What an import took in with a remark."""
    return [Notice(str(said["path"]), said["line"], sentence_of(said)) for said in answer["warnings"]]


def _environment() -> QProcessEnvironment:
    """Ours, such that the program is found from any folder and speaks UTF-8."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUTF8", "1")
    if not getattr(sys, "frozen", False):
        before = environment.value("PYTHONPATH")
        here = str(paths.PACKAGE.parent)
        environment.insert("PYTHONPATH", f"{here}{os.pathsep}{before}" if before else here)
    return environment
