"""Read the files that a content file names; what cannot be read becomes a diagnostic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.diagnostics import Diagnostics, Span
from builder.disk import FileTooLarge, NotAFile
from builder.errors import FileAccessError
from builder.limits import MB
from builder.resolve.suggest import did_you_mean
from builder.world import OutsideProject, World


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that was read.

    Attributes:
        name: as shown to people, relative to the project root.
    """

    path: Path
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files named in `content_file`, whose folder their paths are relative to."""

    world: World
    content_file: str
    diagnostics: Diagnostics

    def read(self, named: str, span: Span | None, what: str, missing_code: str) -> NamedFile | None:
        """Return a file's bytes, or None with a diagnostic: `missing_code`, B503 outside the project, B507 too large.

        Raises:
            FileAccessError: this person may not read it.
        """
        path = Path(PurePosixPath(self.content_file).parent / named)
        try:
            data = self.world.read_bytes(path)
        except OutsideProject:
            message = f"{what} '{named}' is outside the project"
            self.diagnostics.error("B503", message, span, help="move it into the project's folder")
            return None
        except (FileNotFoundError, NotADirectoryError):
            self.diagnostics.error(
                missing_code,
                f"{what} '{named}' does not exist",
                span,
                help=self._help_for_missing(path, named),
            )
            return None
        except IsADirectoryError:
            message = f"{what} '{named}' is a folder"
            self.diagnostics.error(missing_code, message, span, help="name a file in it")
            return None
        except FileTooLarge as fault:
            message = f"{what} '{named}' is larger than {fault.limit_bytes // MB} MB"
            self.diagnostics.error("B507", message, span, help="export it smaller, or leave parts of it out")
            return None
        except NotAFile:
            message = f"{what} '{named}' is no file: a pipe or a device"
            self.diagnostics.error(missing_code, message, span, help="name a file")
            return None
        except PermissionError as error:
            raise FileAccessError(f"cannot read '{self.world.name_of(path)}'", "allow reading it") from error
        except (OSError, ValueError):
            message = f"{what} '{named}' cannot be read"
            self.diagnostics.error(missing_code, message, span, help="check its path and the disk")
            return None
        return NamedFile(path, self.world.name_of(path), data)

    def _help_for_missing(self, path: Path, named: str) -> str:
        files = [file.name for file in self.world.list_files(path.parent)]
        folder = PurePosixPath(named).parent
        beside = {(folder / name).as_posix() for name in files}
        return did_you_mean(named, beside, "paths are relative to the content file")
