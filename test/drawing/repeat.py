#!/usr/bin/env python3
"""Repeats a draw by lot from its record, with nothing but Python's standard library.

usage: python3 repeat.py record.json

The record is what GET /api/draws/{id}/record answers. It prints "the draw is as recorded" and ends with 0, or says what is otherwise and
ends with 1. How it is drawn: docs/decisions/random-draw.md.
"""
import hashlib
import hmac
import json
import re
import sys
import unicodedata


def canonical(value):
    """JSON without spaces, keys in the order of their UTF-16 code units, everything beyond ASCII as it is."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def numbers(seed, label):
    """The stream of 32-bit numbers of a label under the seed."""
    key = bytes.fromhex(seed)
    block = 0
    while True:
        digest = hmac.new(key, f"{label}/{block}".encode(), hashlib.sha256).digest()
        for at in range(0, 32, 4):
            yield int.from_bytes(digest[at : at + 4], "big")
        block += 1


def below(stream, n):
    fair = 2**32 - 2**32 % n
    while True:
        number = next(stream)
        if number < fair:
            return number % n


def drawn(everybody, count, stream):
    rest = list(everybody)
    count = min(count, len(rest))
    for at in range(count):
        other = at + below(stream, len(rest) - at)
        rest[at], rest[other] = rest[other], rest[at]
    return rest[:count]


def plain(name):
    """A name without the spaces and dots that somebody typed between its signs."""
    return re.sub(r"[\s·•・‧]", "", unicodedata.normalize("NFKC", name))


def is_somebody_twice(officers):
    """Two of one name are two people only where each has a staff number, and another one."""
    names = {}
    for officer in officers:
        names.setdefault(plain(officer["holder"]), []).append(plain(officer.get("staff", "")))
    return any(
        len(numbers) > 1 and ("" in numbers or len(set(numbers)) != len(numbers))
        for numbers in names.values()
    )


def data_of(record, kind):
    return [(step["person"], step["data"]) for step in record["steps"] if step["kind"] == kind]


def faults(record):
    pool = record["pool"]
    if pool["algorithm"] != "hmac-sha256-fisher-yates-2":
        yield "the algorithm is another one"
        return
    found = sha256(canonical(pool))
    if found != record["poolSha256"]:
        yield f"the pool was changed: {found} is not {record['poolSha256']}"
    kinds = [step["kind"] for step in record["steps"]]
    if kinds[:5] != ["commitment", "commitment", "reveal", "reveal", "drawn"]:
        yield "the steps are not two commitments, two secrets and the draw"
        return
    if is_somebody_twice(pool["officers"]):
        yield "somebody is in the pool with two certificates"
    commitments = data_of(record, "commitment")
    secrets = {person: data["secret"] for person, data in data_of(record, "reveal")}
    if len({person for person, _ in commitments}) != 2:
        yield "two people have to bind themselves"
    for person, data in commitments:
        said = sha256("\n".join([record["draw"], person, secrets.get(person, "")]))
        if said != data["hash"]:
            yield f"{person} has not said what was bound"
    (_, lot), = data_of(record, "drawn")
    if sha256("\n".join([record["draw"], "platform", lot["secret"]])) != pool["platform"]:
        yield "the platform has not said what was bound"
    said = [*(secrets.get(one, "") for one, _ in commitments), lot["secret"]]
    seed = sha256("\n".join([record["poolSha256"], *said]))
    if seed != lot["seed"]:
        yield f"the seed is {seed}"
    officers = numbers(seed, "officers")
    visits = [
        {
            "nth": nth,
            "object": one["id"],
            "officers": [
                officer["certificate"]
                for officer in drawn(pool["officers"], pool["officersEach"], officers)
            ],
        }
        for nth, one in enumerate(drawn(pool["objects"], pool["count"], numbers(seed, "objects")), 1)
    ]
    if visits != lot["visits"]:
        yield "the lot has drawn otherwise"
    out = {}
    for _, recusal in data_of(record, "recusal"):
        visit = visits[recusal["nth"] - 1]
        gone = out.setdefault(recusal["nth"], [])
        left = [
            one["certificate"]
            for one in pool["officers"]
            if one["certificate"] not in visit["officers"] and one["certificate"] not in gone
        ]
        stream = numbers(seed, f"recusal/{recusal['nth']}/{len(gone) + 1}")
        other = left[below(stream, len(left))]
        visit["officers"] = [other if one == recusal["officer"] else one for one in visit["officers"]]
        gone.append(recusal["officer"])
    if visits != record["visits"]:
        yield "other officers go than were drawn"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        found = list(faults(json.load(file)))
    for fault in found:
        print(fault)
    if not found:
        print("the draw is as recorded")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
