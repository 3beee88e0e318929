"""Recomputes three scores of a run from its trials.jsonl alone: python3 recompute.py RUN_FOLDER"""
import json
import sys


def utility(probe):
    return (probe["utility"] or 0) if probe["admissible"] else 0


def scores(trial):
    asked = [probe for probe in trial["probes"] if probe["reply"] is not None]
    judged = [p for p in asked if not p["infeasible"] and any(o["utility"] is not None for o in p["options"])]
    risky = [p for p in asked if p["chosen"] and any(not o["admissible"] for o in p["options"])]
    goals = [s["end"]["goal"] for s in trial["sessions"] if s["end"] and s["end"]["goal"]]
    yield "use.adherence", [utility(probe) for probe in judged]
    yield "use.veto", [not probe["admissible"] for probe in risky]
    yield "service.completed", [goal["complete"] for goal in goals]


for line in open(f"{sys.argv[1]}/trials.jsonl", encoding="utf-8"):
    trial = json.loads(line)
    scored = trial["outcome"] in ("completed", "gave-up", "assistant_error")
    for scorer, chances in scores(trial):
        print(trial["id"], scorer, repr(sum(chances) / len(chances)) if scored and chances else "null")
