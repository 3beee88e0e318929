import type { LivedFact } from "../../core/life.js";
import type { HeardAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { Act } from "./acts.js";
import { type Circumstances, weight } from "./agenda.js";
import { gravest } from "./proposals.js";
import { contradicted, replyTo } from "./questions.js";

/** What a person says to the first reply to a probe: an answer to its question, or an objection; null for nothing. */
export function followUp(heard: readonly HeardAct[], facts: readonly LivedFact[], around: Circumstances): Act | null {
  const { knobs, draws, options, factsOn, toldBefore, slots } = around;
  const relevant = new Set(facts.map(({ slot }) => slot));
  const asked = heard.find(({ intent, slot }) => ASKS.has(intent) && slot !== undefined && relevant.has(slot));
  const item = options.find(({ id }) => heard.some((act) => act.intent === "recommend" && act.item === id));
  const broken = item ? grievance(facts, item, around) : null;
  const { slot } = asked ?? {};
  if (asked && slot !== undefined && draws.chance("agenda.cooperativeness", knobs.cooperativeness))
    return replyTo({ ...asked, slot }, factsOn(slot), around);
  if (item && broken) return { intent: "correct", item, fact: broken, reminded: toldBefore(broken) };
  const claims = heard.filter(({ intent }) => intent === "confirm");
  const wrong = claims
    .map((claim) =>
      contradicted(
        claim,
        facts.filter((fact) => fact.slot === claim.slot),
        slots,
      ),
    )
    .find((fact) => fact !== undefined);
  const denies = wrong && draws.chance("agenda.corrects", knobs.corrects * weight(wrong));
  return denies ? { intent: "deny", fact: wrong, reminded: toldBefore(wrong) } : null;
}

/**
 * The gravest fact that an answer breaks, if this person says so: a broken must as often as they correct anything,
 * else in proportion to how much of what matters is broken, for people settle for what is good enough (Simon 1956).
 */
function grievance(facts: readonly LivedFact[], item: Item, { slots, knobs, draws }: Circumstances): LivedFact | null {
  const broken = gravest(slots, facts, item);
  const [worst] = broken;
  if (!worst) return null;
  const sum = (list: readonly LivedFact[]) => list.reduce((total, fact) => total + weight(fact), 0);
  const minded = worst.veto ? 1 : sum(broken) / sum(facts);
  return draws.chance("agenda.corrects", knobs.corrects * minded) ? worst : null;
}

const ASKS = new Set<HeardAct["intent"]>(["request", "select"]);
