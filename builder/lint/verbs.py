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
    absorb accelerate accept access accompany account accredit accrue ache achieve acquire act activate adapt add
    address adhere adjust admit adopt advance affect aggravate agree aim alleviate allow alter ameliorate amount analyse
    analyze announce answer antagonise antagonize appeal appear apply approach approve argue arise arrive ask assess
    assume attack attenuate attract audit automate avoid await axe back balance balloon ban bear beat become begin
    believe belong benefit bill bind bleed block boom boost borrow breach break bridge bring build burn buy calcify call
    calm cap carry catch cause certify challenge change charge check choose churn circulate claim clear cleave climb
    close clot collapse collect combine come compare compete compile complement complete complicate comply conduct
    confirm confound connect consider consist constrict consume contain continue contract contradict contribute control
    convert convince copy correct correlate cost count cover crash crater create creep cross curb cure cut damage deal
    decide decline decrease default defeat define degrade delay deliver demand demonstrate deny depend deplete deploy
    derive describe deserve design destroy detect deteriorate determine develop diagnose die differ differentiate
    digitalize digitise digitize dilate dilute dimerise dimerize diminish dip disappear discharge discount discover
    displace dissolve ditch divest divide dominate dose double drag draw drift drive drop earn ease eat edge edit elect
    eliminate emerge employ enable enact encode encourage encrypt end endanger endorse endure engage engraft enhance
    enjoy enrich enrol enroll ensure enter equal erode escape establish estimate evade exacerbate exceed exclude exhaust
    exist expand expect experience explain explode exploit explore export express extend face fade fail fall falter
    favor favour fear feed feel fibrose fight fill find fine finish fire fit fix flare flatten flow focus follow force
    form free freeze fuel fund gain gather generate get give go govern grow guarantee guide hack halt halve happen harm
    heal hear help hide hinder hinge hire hold home hospitalise hospitalize hover hurt identify ignore immunise immunize
    imply import improve inch include increase indicate induce infect infiltrate inflame inflate influence inform infuse
    inhibit initiate inject insure integrate interfere introduce intubate invade invest invoice involve isolate itch
    join jump justify keep kill knock know lack lag languish last launch lead leak learn leave lend lengthen lessen let
    level licence license lie lift limit linger link live look loom loosen lose lower lyse maintain make manage mask
    match matter mean measure meet merge metastasise metastasize methylate migrate mirror misdiagnose miss mitigate
    modify modulate move multiply mutate narrow near need notice obey observe obtain occur offer open operate oppose
    ossify outbid outcompete outgrow outlast outlaw outlive outnumber outpace outperform outrank outsell outsource
    outweigh overcome overestimate overlap overtake owe own pair palliate pass patch pave pay peak penetrate perform
    permit persist phagocytose phosphorylate pick place plan plateau play plunge point pose postpone potentiate precede
    predict predispose prefer prepare present preserve press prevent price proceed process produce profit progress
    proliferate prolong promise promote prompt protect prove provide pull push put quadruple qualify quiet raise
    randomise randomize range rank reach react read reap rebound recall receive recognise recognize recommend recover
    recruit recur reduce refactor refer reflect refuse regain regress regulate reject relapse relate relax release rely
    remain remember remind remit remove renew repair repay repeal repeat replace replicate report represent reproduce
    require rescue resemble resign resist resolve respond rest restock restore restrict result retain retire retreat
    return reveal reverse rise risk rule run save say scale scar scrap screen secrete sedate see seek seem select sell
    send sensitise sensitize separate serve set settle shape share sharpen shed shelve shift ship shorten show shrink
    signal silence sink skyrocket slash slide slip slow slump soar soften solve sow spare spark spend splice split
    spread spur stabilise stabilize stagnate stand start stay stem step stimulate stock stoke stop strengthen strike
    struggle stumble submit subscribe subsidise subsidize succeed sue suffer suggest suit support suppose suppress surge
    surpass survive sustain swell switch synergise synergize take tank target tax teach tell tend test thicken think
    thrive tighten titrate tolerate top traffic trail transcribe transfer transform translate transmit transplant treat
    trigger trim triple tumble turn underestimate undergo underlie undermine underperform understand use vaccinate
    vanish vary ventilate veto view vote wait wake wane want warn waste weaken weigh widen win work worry worsen write
    yield
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
