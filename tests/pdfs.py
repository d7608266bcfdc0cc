"""Write PDFs for tests: of flowing text, or of words put at places."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

_STYLES = getSampleStyleSheet()
_TEXT = ParagraphStyle("text", parent=_STYLES["BodyText"], fontSize=10, leading=12, alignment=4)

Story = Sequence[Flowable]


def pdf_of(
    story: Story, columns: int = 1, on_page: Callable[[Canvas, Any], None] | None = None, **fields: Any
) -> bytes:
    """A PDF in which a story flows through the columns of as many pages as it needs."""
    written = BytesIO()
    document = BaseDocTemplate(written, pagesize=A4, **fields)
    width = (17 - (columns - 1) * 0.6) / columns
    frames = [Frame((2 + at * (width + 0.6)) * cm, 2 * cm, width * cm, 25 * cm) for at in range(columns)]
    document.addPageTemplates(PageTemplate(frames=frames, onPage=on_page or (lambda *_: None)))
    document.build(list(story))
    return written.getvalue()


def drawn(*pages: Callable[[Canvas], None], **options: Any) -> bytes:
    """A PDF of pages that are drawn by hand."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4, **options)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def text(words: str) -> Flowable:
    return Paragraph(words, _TEXT)


def title(words: str) -> Flowable:
    return Paragraph(words, _STYLES["Title"])


def heading(words: str) -> Flowable:
    return Paragraph(words, _STYLES["Heading2"])


def bullets(*items: str | Flowable) -> Flowable:
    return ListFlowable(
        [item if isinstance(item, Flowable) else ListItem(text(item)) for item in items],
        bulletType="bullet", start="•",
    )  # fmt: skip


def table(*rows: Sequence[str]) -> Flowable:
    return Table([list(row) for row in rows])


def new_page() -> Flowable:
    return PageBreak()
