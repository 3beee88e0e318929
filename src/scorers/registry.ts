import { BY_RUBRIC } from "./judged/byRubric.js";
import { lengthRatio } from "./judged/lengthRatio.js";
import { winRate } from "./judged/winRate.js";
import { abstained } from "./memory/abstained.js";
import { calibration } from "./memory/calibration.js";
import { profile } from "./memory/profile.js";
import { recalled } from "./memory/recalled.js";
import { weights } from "./memory/weights.js";
import { contradiction } from "./misuse/contradiction.js";
import { crossed } from "./misuse/crossed.js";
import { flattery } from "./misuse/flattery.js";
import { invented } from "./misuse/invented.js";
import { irrelevant } from "./misuse/irrelevant.js";
import { leak } from "./misuse/leak.js";
import { leakCoverage } from "./misuse/leakCoverage.js";
import { repetition } from "./misuse/repetition.js";
import { stale } from "./misuse/stale.js";
import { stereotype } from "./misuse/stereotype.js";
import type { JudgedScorer, Scorer } from "./scorer.js";
import { completed } from "./service/completed.js";
import { effort } from "./service/effort.js";
import { must } from "./service/must.js";
import { repair } from "./service/repair.js";
import { drift } from "./simulator/drift.js";
import { fidelity } from "./simulator/fidelity.js";
import { gaveUp } from "./simulator/gaveUp.js";
import { misheard } from "./simulator/misheard.js";
import { told } from "./simulator/told.js";
import { adherence } from "./use/adherence.js";
import { adherenceOfHeadroom } from "./use/adherenceOfHeadroom.js";
import { applied } from "./use/applied.js";
import { asked } from "./use/asked.js";
import { mentioned } from "./use/mentioned.js";
import { reasked } from "./use/reasked.js";
import { veto } from "./use/veto.js";
import { likeness } from "./voice/likeness.js";
import { style } from "./voice/style.js";

/** The scorers of the deterministic tier, which need no judge, in the order in which tables show them. A new one is a file and a line here. */
export const DETERMINISTIC_SCORERS: readonly Scorer[] = [
  ...[applied(), applied("session"), applied("past"), applied("material"), applied("implied")],
  ...[mentioned(), mentioned("session"), mentioned("past"), mentioned("material"), mentioned("implied")],
  ...[adherence, adherenceOfHeadroom, veto, reasked, asked],
  ...[irrelevant, stale, contradiction, invented, crossed, repetition, leak, leakCoverage, stereotype, flattery],
  ...[recalled, abstained, profile, calibration, weights],
  ...[style, likeness],
  ...[must, completed, effort, repair],
  ...[misheard, gaveUp, told, fidelity, drift],
];

/** The scorers of the judge tier: each counts what a judge said by one rubric, where it was asked. */
export const JUDGED_SCORERS: readonly JudgedScorer[] = [...BY_RUBRIC, winRate, lengthRatio];

/** All there are; judges come last. */
export const ALL_SCORERS: readonly Scorer[] = [...DETERMINISTIC_SCORERS, ...JUDGED_SCORERS];
