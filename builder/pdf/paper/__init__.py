"""The briefing's pages for paper: imposed as a booklet, or in grey."""
