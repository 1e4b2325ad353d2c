"""Words that may be verbs, to tell a statement from a topic without parsing it."""

from __future__ import annotations

from functools import cache

_AUXILIARIES = frozenset(
    """
    is are was were be been being am has have had do does did can could may might must shall should will would cannot
    isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't won't wouldn't shouldn't
    mustn't let's it's that's there's here's what's who's we're they're you're i'm we'll they'll we've they've 's
    """.split()
)
_IRREGULAR = frozenset(
    """
    became began bent bet bit bled blew bore bought bound bred broke brought built burnt burst came cast caught chose
    clung cost crept cut dealt drank drew drove dug ate fed fell felt fought found fled flew forbade forgot forgave
    froze gave gone got grew ground held heard hid hit hung hurt kept knelt knew laid lain lay led leapt learnt left
    lent let lit lost made meant met mistook outdid outgrew outran overcame overran overtook paid put quit ran rang read
    rebuilt redid rewrote rid rode rose said sang sank sat saw sent set shed shone shook shot showed shown shrank shrunk
    shut slept slid slowed sold sought spent spoke spread sprang stood stole stuck struck sung sunk swept swore swung
    taken took taught tore told thought threw thrown undergone underwent understood undid upheld withdrew withheld
    withstood woke won wore worn wrote written
    """.split()
)
_BASES = frozenset(
    """
    absorb accelerate accept access accompany account achieve acquire act activate adapt add address adjust admit adopt
    advance affect agree aim allow alter amount analyse analyze announce answer appear apply approach approve argue
    arise arrive ask assess assume attack attract avoid await balance ban bear beat become begin believe belong benefit
    bind block boost break bridge bring build burn buy call calm carry catch cause challenge change charge check choose
    claim clear climb close collapse collect combine come compare compete complement complete complicate confirm
    confound connect consider consist consume contain continue contradict contribute control convert convince copy
    correct correlate cost count cover create cross cure cut damage deal decide decline decrease defeat define delay
    deliver demand demonstrate deny depend deplete derive describe deserve design destroy detect deteriorate determine
    develop die differ dilute diminish disappear discover displace dissolve divide dominate double drag draw drift drive
    drop earn ease eat eliminate emerge employ enable encourage end endanger endure engage enhance enjoy enrich enrol
    enroll ensure enter equal erode escape establish estimate evade exceed exclude exist expand expect experience
    explain exploit explode explore export express extend face fade fail fall falter favor favour fear feed feel fight
    fill find finish fit fix flatten flow focus follow force form free freeze fuel fund gain gather generate get give go
    govern grow guarantee guide halt halve happen harm hear heal help hide hinder hold hurt identify ignore imply import
    improve include increase indicate induce infect inflate influence inform inhibit initiate integrate interfere
    introduce invade invest involve isolate join jump justify keep kill know lack lag last launch lead leak learn leave
    lengthen lessen let level lie lift limit link live look lose lower maintain make manage mask match matter mean
    measure meet merge migrate mirror miss mitigate modify modulate move multiply narrow need notice obey observe obtain
    occur offer open operate oppose outgrow outlast outlive outnumber outpace outperform outrank outweigh overcome
    overestimate overlap overtake owe own pair pass pave pay peak penetrate perform permit persist pick place plan
    plateau play plunge point pose postpone precede predict prefer prepare present preserve press prevent proceed
    process produce profit prolong promise promote prompt protect prove provide pull push put qualify raise range rank
    reach react read rebound recall receive recognise recognize recommend recover recruit recur reduce refer reflect
    refuse regain regulate reject relapse relate release rely remain remember remind remove repair repeat replace report
    represent reproduce require rescue resemble resist resolve respond rest restore restrict result retain retreat
    return reveal reverse rise risk rule run save say scale secrete see seek seem select sell send separate serve set
    settle shape share shift shorten show shrink sink slip slow soar solve spare spend split spread stabilise stabilize
    stagnate stand start stay stem step stimulate stop strengthen struggle stumble submit succeed suffer suggest suit
    support suppose suppress surge surpass survive sustain switch take target teach tell tend test thicken think thrive
    tighten tolerate transfer transform translate treat trigger triple tumble turn undergo underestimate underlie
    undermine understand underperform use vanish vary view wait wake want warn waste weaken weigh widen win work worry
    worsen write yield
    """.split()
)
_NEVER = frozenset(
    """
    advanced limited related based increased reduced mixed unmet combined detailed selected united red need bed speed
    seed feed hundred sacred naked aged indeed embed proposed planned expected adjusted integrated automated
    personalized personalised targeted engineered donor-derived
    """.split()
)
"""Words in -ed that mostly stand before a noun."""


def may_be_verb(word: str) -> bool:
    """Return whether a word may be a verb that makes a statement, in any of its uses; "results" and "plans" may."""
    word = word.lower().replace("’", "'").removesuffix("n't")
    if word in _AUXILIARIES or word in _IRREGULAR or word in _BASES or word in _third_persons():
        return True
    return word.endswith("ed") and len(word) > 4 and word not in _NEVER


@cache
def _third_persons() -> frozenset[str]:
    return frozenset(map(_third_person, _BASES))


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"
