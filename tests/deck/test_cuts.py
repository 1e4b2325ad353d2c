"""Where slides are cut."""

from builder.compose.plan import SlidePlan
from builder.deck.cuts import Cut, find_cuts, find_too_big, heights_of
from tests.deck.samples import callout, document, layouter, points, section, words

CSS = """
body { font: 20px/30px Carlito } p { margin: 0 }
div { position: absolute; top: 0; left: 0; width: 400px; height: 200px }
"""
PATHS = ("sections/0/content/0", "sections/0/content/1")


def cut(heights, *more, css=CSS, find=find_cuts):
    """Return the cuts between pieces of these heights, in a frame that holds text of 190 px; `more` stand beside."""
    [made] = document(section("T", points(*map(str, heights)), callout("c"))).sections
    plan = SlidePlan("key", ("content",), words("T"), made.content)
    pieces = "".join(
        f"<p data-unit={PATHS[0]}:{number} style='height: {height}px'>{'x<br>' * (height // 30)}</p>"
        for number, height in enumerate(heights)
    )
    html = f"<section class=slide><div data-frame=main>{pieces}{''.join(more)}</div></section>"
    return find(plan, layouter(css).lay_out(html))


def indices(cuts):
    return [place.index for place in cuts]


def test_what_fits_is_not_cut():
    assert cut([30, 60, 90]) == ()


def test_every_slide_takes_as_much_as_it_holds():
    assert indices(cut([30] * 7)) == [6]
    assert indices(cut([90, 90, 30, 150, 30, 30])) == [2, 4]
    assert indices(cut([30] * 20)) == [6, 12, 18]


def test_a_piece_that_no_slide_holds_is_not_helped_by_cutting():
    assert cut([30, 210, 30]) == ()


def test_a_piece_that_no_slide_holds_is_named_with_what_it_lacks():
    found = cut([30, 240, 30], find=find_too_big)
    assert found.block.path == PATHS[0]
    assert abs(found.needed.px - 50) < 0.5
    assert cut([30, 180, 30], find=find_too_big) is None


def test_a_block_after_another_may_begin_a_slide():
    box = f"<p data-unit={PATHS[1]}:0 style='background: #eee; height: 60px'>y</p>"
    assert cut([90, 90], box) == (Cut(PATHS[1], 0),)


def test_paint_may_reach_further_down_than_text():
    box = f"<p data-unit={PATHS[1]}:0 style='background: #eee; height: {{}}px'>y</p>"
    assert cut([90, 60, 90], box.format(50)) == (Cut(PATHS[0], 2),)
    assert cut([90, 60], box.format(49)) == ()
    assert cut([90, 60], box.format(55)) == (Cut(PATHS[1], 0),)


def test_paint_above_a_note_may_not():
    box = f"<p data-unit={PATHS[1]}:0 style='background: #eee; height: {{}}px'>y</p>"
    assert cut([90, 30], box.format(39), "<p>note</p>") == ()
    assert cut([90, 30], box.format(45), "<p>note</p>") == (Cut(PATHS[1], 0),)


def test_what_follows_the_pieces_is_on_every_slide():
    assert indices(cut([30] * 7, "<p>note</p>")) == [5]


def test_pieces_side_by_side_are_halved():
    css = CSS + "p { float: left; width: 60px }"
    assert indices(cut([240] * 6, css=css)) == [3]
    assert indices(cut([30] * 6, css=css + "p { width: 90px }")) == []


def test_pieces_side_by_side_with_words_too_wide_are_halved():
    css = CSS + "p { float: left; width: 5px }"
    assert indices(cut([30] * 5, css=css)) == [2]


def test_no_frame_with_pieces_no_cuts():
    plan = SlidePlan("key", ("content",), words("T"))
    page = layouter(CSS).lay_out(
        f"<section class=slide><div data-frame=main>{'<p>x</p>' * 9}</div></section>"
    )
    assert find_cuts(plan, page) == ()


def test_heights_are_those_of_pieces_one_after_the_other():
    def heights(*counts):
        found = cut([30, 60, 90, 120], find=lambda plan, page: heights_of(plan, page, counts))
        return [round(height / 9525) for height in found]

    assert heights(1, 3) == [30, 270]
    assert heights(2, 1, 1) == [90, 90, 120]
    assert heights(4, 1) == [300, 0]
