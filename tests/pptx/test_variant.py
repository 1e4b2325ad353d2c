from builder.pptx.archive import read_archive
from builder.pptx.variant import without_autofit
from tests.pptx.markup import Parts


def test_no_frame_shrinks_and_nothing_else_changes(sample: bytes, parts: Parts) -> None:
    variant = Parts(read_archive(without_autofit(sample)))
    assert set(variant.members) == set(parts.members)
    for name, content in variant.members.items():
        assert b"normAutofit" not in content
        if b"normAutofit" not in parts.members[name]:
            assert content == parts.members[name]
    fixed = variant.select("ppt/slideMasters/slideMaster1.xml", "count(//a:noAutofit)")
    assert fixed == parts.select("ppt/slideMasters/slideMaster1.xml", "count(//a:normAutofit)") > 0
