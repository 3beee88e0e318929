import { adherence, adherenceOfHeadroom, veto } from "./adherence.js";
import { applied } from "./applied.js";
import { asked, reasked } from "./asking.js";
import { leak, leakCoverage } from "./leak.js";
import { abstained, recalled } from "./memory.js";
import { mentioned } from "./mentioned.js";
import { contradiction, invented, irrelevant, stale } from "./misuse.js";
import type { Scorer } from "./scorer.js";
import { completed, effort, must, repair } from "./service.js";
import { gaveUp, misheard, told } from "./simulator.js";

/** Every scorer, in the order in which tables show them. A new one is a file and a line here. */
export const SCORERS: readonly Scorer[] = [
  ...[applied(), applied("session"), applied("past"), applied("material"), applied("implied")],
  ...[mentioned(), mentioned("session"), mentioned("past"), mentioned("material"), mentioned("implied")],
  ...[adherence, adherenceOfHeadroom, veto, reasked, asked],
  ...[irrelevant, stale, contradiction, invented, leak, leakCoverage],
  ...[recalled, abstained],
  ...[must, completed, effort, repair],
  ...[misheard, gaveUp, told],
];
