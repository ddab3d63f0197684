"""The bearers of one name told apart by their posts: which of them may be one person who held them all.

In: the posts that each bearer held. Out: the bearers in groups. Two posts go together, at one time or one after the
other, where they have one position or one body, or where the place of one lies in that of the other; where one of them
names no place, also if their bodies are of one public kind, or the kind of one is not told.

Bearers are joined by what their posts have in common rather than by comparing each with each, so that a name that
thousands bear takes no longer than thousands of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from pipeline.lexicon.posts import PUBLIC
from pipeline.linking.posts import Post

_ONE_CAREER: Collection[str] = PUBLIC - {"local_agency"}
"""Kinds of bodies in which people move from post to post."""
_Tie = tuple[str, str]


def careers(held: Sequence[Collection[Post]]) -> list[list[int]]:
    """The numbers of the bearers, each of whom has a post, in groups: those whose posts go together, directly or
    through others'.

    >>> mayor, governor = Post("wali-kota", "", "12.71", ""), Post("gubernur", "", "12", "")
    >>> head = Post("kepala-sekolah", "sma-negeri-3/33.71", "33.71", "school")
    >>> careers([[mayor], [head], [governor]])
    [[0, 2], [1]]
    """
    told = {post for posts in held for post in posts}
    ties_of = dict(_ties(told))
    tied: defaultdict[_Tie, list[int]] = defaultdict(list)
    for number, posts in enumerate(held):
        for tie in {tie for post in posts for tie in ties_of[post]}:
            tied[tie].append(number)
    groups: list[list[int]] = []
    left = dict.fromkeys(range(len(held)))
    while left:
        waiting, group = [next(iter(left))], []
        while waiting:
            number = waiting.pop()
            if number not in left:
                continue
            del left[number]
            group.append(number)
            waiting.extend(other for post in held[number] for tie in ties_of[post] for other in tied.pop(tie, ()))
        groups.append(sorted(group))
    return groups


def _ties(told: Collection[Post]) -> Iterator[tuple[Post, list[_Tie]]]:
    """Each post with what ties it to others: two go together where they have a tie in common."""
    places = {post.place for post in told if post.place}
    unplaced_kinds = {post.type for post in told if not post.place}
    is_untyped_told = any(not post.type for post in told)
    for post in told:
        ties = [("position", post.position)]
        if post.body:
            ties.append(("body", post.body))
        ends = range(1, len(post.place) + 1)
        ties += [("place", post.place[:end]) for end in ends if post.place[:end] in places]
        if post.type in unplaced_kinds and post.type in _ONE_CAREER:
            ties.append(("kind", post.type))
        # A post without a kind goes with any without a place; one that lacks both goes with all.
        if "" in unplaced_kinds or (unplaced_kinds and not post.type) or (is_untyped_told and not post.place):
            ties.append(("kind", ""))
        yield post, ties
