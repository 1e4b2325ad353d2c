from builder.deck.model import Bullet, Paragraph, ParagraphStyle, Run
from builder.pptx.drawing.numbered_lists import join_sequences
from builder.pptx.drawing.styles import all_levels

PLAIN = all_levels(())


def item(start: int | None, level: int = 0) -> Paragraph:
    bullet = Bullet("•") if start is None else Bullet(numbering="arabicPeriod", start_at=start)
    return Paragraph((Run("x"),), level, ParagraphStyle(bullet=bullet))


def starts(*paragraphs: Paragraph) -> list[int | None]:
    joined = join_sequences(paragraphs, PLAIN)
    bullets = (node.style.bullet for node in joined)
    return [
        bullet.start_at if isinstance(bullet, Bullet) and bullet.numbering else None for bullet in bullets
    ]


def test_numbers_that_follow_share_their_start() -> None:
    assert starts(item(3), item(4), item(5)) == [3, 3, 3]


def test_a_list_inside_an_item_does_not_end_it() -> None:
    assert starts(item(1), item(1, 1), item(2, 1), item(2), item(1, 1)) == [1, 1, 1, 1, 1]


def test_a_paragraph_of_another_kind_ends_the_list() -> None:
    assert starts(item(1), item(None), item(2)) == [1, None, 2]


def test_a_level_that_numbers_by_itself_is_counted() -> None:
    levels = all_levels((ParagraphStyle(bullet=Bullet(numbering="arabicPeriod")),))
    joined = list(join_sequences((Paragraph((Run("x"),)), item(2)), levels))
    assert [node.style.bullet.start_at for node in joined] == [1, 1]
