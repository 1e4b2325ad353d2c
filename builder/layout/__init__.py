"""Stage 6, lay out: HTML and CSS in, pages and boxes of our own out; the only room that knows WeasyPrint."""
