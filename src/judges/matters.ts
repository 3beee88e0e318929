import { isScored } from "../core/scored.js";
import type { Cast } from "../core/world.js";
import type { ProbeRecord } from "../schema/event.js";
import type { JudgementLine } from "../schema/judgement.js";
import type { Rubric } from "../schema/rubric.js";
import type { Trial } from "../schema/trial.js";
import { turned } from "./judge.js";
import { knownWords } from "./known.js";
import type { Matter } from "./question.js";

/** What is put to a judge, with the place that its votes have in the record. */
export interface Put extends Pick<JudgementLine, "trial" | "turn" | "probe" | "order" | "against"> {
  matter: Matter;
}

/** A trial to be judged: with the generic one of its pair, where there is one, and the files that it was played with. */
export interface Judged {
  trial: Trial;
  baseline: Trial | null;
  cast: Cast;
}

/**
 * What a rubric is asked of a trial: its first replies to probes, each by itself or, of a pair, beside that of `generic` in
 * both orders. Nothing of trials that somebody else than the assistant broke, nor of twins, which are in no number of a judge.
 */
export function mattersOf(rubric: Rubric, { trial, baseline, cast }: Judged): Put[] {
  if (!isScored(trial.outcome) || trial.twin) return [];
  return trial.probes.flatMap((probe): Put[] => {
    const reply = textOf(trial, probe.reply);
    const asked = textOf(trial, probe.turn);
    if (reply === null || asked === null || probe.reply === null) return [];
    const place = { trial: trial.id, turn: probe.reply, probe: probe.id };
    const matter = { known: knownWords(trial, probe, cast, rubric.shows), asked: withReaders(asked, probe), reply };
    if (rubric.of === "reply") return [{ ...place, order: "alone", matter }];
    const other = otherReply(trial, baseline, probe);
    if (baseline === null || other === null) return [];
    const pair = { ...matter, other };
    const against = baseline.id;
    return [
      { ...place, against, order: "there", matter: pair },
      { ...place, against, order: "back", matter: turned(pair) },
    ];
  });
}

/** How many calls a rubric takes for so many replies, in each of so many repeats; of a pair, each goes out in both orders. */
export const callsFor = ({ of }: Pick<Rubric, "of">, replies: number, repeats: number) =>
  replies * repeats * (of === "pair" ? 2 : 1);

function otherReply(trial: Trial, baseline: Trial | null, { session, id }: ProbeRecord): string | null {
  if (baseline === null || baseline.id === trial.id || !isScored(baseline.outcome)) return null;
  const theirs = baseline.probes.find((probe) => probe.session === session && probe.id === id);
  return theirs ? textOf(baseline, theirs.reply) : null;
}

function textOf({ sessions }: Trial, index: number | null): string | null {
  const turn = sessions.flatMap(({ turns }) => turns).find((one) => one.index === index);
  return turn?.text || null;
}

function withReaders(asked: string, { audience }: ProbeRecord): string {
  const others = audience.filter((reader) => reader !== "self");
  return others.length === 0 ? asked : `${asked}\n(What is asked for will be read by: ${others.join(", ")}.)`;
}
