"""The only way for the layout engine to get at anything beyond the HTML: from memory."""

from __future__ import annotations

from collections.abc import Mapping

from builder.layout.weasy import weasyprint

SCHEME = "diptych:"
DENIED = "no such resource: "
"""Before the address that was asked for, in what the layout engine logs."""


class MemoryFetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Answers `diptych:` addresses with the given bytes, and denies every other: no network, no file."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._resources = resources

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> object:  # noqa: ARG002 # WeasyPrint's
        data = self._resources.get(url)
        if data is None:
            raise ValueError(f"{DENIED}{url}")
        return weasyprint.urls.URLFetcherResponse(url, data, {"Content-Type": _media_type(data)})


def _media_type(data: bytes) -> str:
    """Return the media type; raster formats are told apart by WeasyPrint itself."""
    return "image/svg+xml" if data.lstrip()[:1] == b"<" else "application/octet-stream"
