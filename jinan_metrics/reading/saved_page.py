"""Web pages saved with their pictures in one file (MHTML, .mht)."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from jinan_metrics.reading import web_page
from jinan_metrics.reading.decoding import Decoded, declared_encoding, decoded, known_encoding
from jinan_metrics.reading.errors import ContentError


def text_of(data: bytes) -> Decoded:
    """The text of the first web page in ``data``."""
    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body:
                told = decoded(
                    body, known_encoding(part.get_content_charset() or "") or declared_encoding(body)
                )
                return Decoded(web_page.text_of(told.text), told.warnings)
    raise ContentError("read.no_text")
