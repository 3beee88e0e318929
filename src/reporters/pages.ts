import { harmless } from "../core/harmless.js";
import { conditionOf } from "../schema/condition.js";
import type { Persona } from "../schema/persona.js";
import type { Scenario } from "../schema/scenario.js";

/** A persona as a page: who, how they talk, and each fact with what governs it. */
export function personaPage({
  id,
  name,
  segment,
  demographics,
  traits,
  facts,
  documents,
  interactions,
  pairs,
  style,
  provenance,
}: Persona): string {
  const rows = facts.map((fact) => {
    const notes = [
      fact.veto && "must",
      fact.disclose !== "open" && fact.disclose,
      fact.share_with && `only for ${fact.share_with.join(", ") || "nobody"}`,
      fact.until && `until ${fact.until}`,
      fact.later.length > 0 && "drifts",
    ];
    return `  ${fact.id.padEnd(20)}${fact.slot.padEnd(14)}${statement(conditionOf(fact)).padEnd(22)}${notes.filter(Boolean).join(", ")}`;
  });
  return page(
    `${name} (${id}), ${segment}; ${pairsOf({ ...demographics, ...traits })}`,
    `speaks: ${style.words_per_turn.join(" to ")} words a turn, formality ${style.formality}, ${style.punctuation} punctuation`,
    `leaves behind: ${documents.length} documents (${documents.filter(({ split }) => split === "held-out").length} held out), ${interactions.length} interactions, ${pairs.length} pairs`,
    `provenance: ${provenance.source}, ${provenance.license}${provenance.synthetic ? ", synthetic" : ""}\n`,
    ...rows,
  );
}

/** A scenario as a page: its sessions with beats and probes. */
export function scenarioPage({ id, title, domain, situation, role, norms, sessions }: Scenario): string {
  const parts = sessions.map((session) =>
    [
      `\nsession ${session.id}${session.after ? `, ${session.after} later` : ""}${session.goal ? `: find a ${session.goal.kind} by ${session.goal.constraints.join(", ")}` : ""}`,
      ...session.drift.map(({ slot, told }) => `  drift of ${slot}, told: ${told}`),
      ...session.beats.map(({ turn, say: _, ...step }) => `  beat at turn ${turn}: ${pairsOf(step)}`),
      ...session.probes.map(
        (probe) =>
          `  probe ${probe.id} (${probe.type}, read by ${probe.audience.join(", ")}): ${probe.slots.join(", ") || "nothing personal"}\n    ${probe.ask[0]}`,
      ),
    ].join("\n"),
  );
  const rules = norms.map((norm) => `norm: ${norm.slot} ${statement(conditionOf(norm))}, ${norm.because}`);
  return page(
    `${title} (${id}), ${domain}; ${situation.place}, ${situation.at}`,
    `the assistant is ${role}`,
    ...rules,
    ...parts,
  );
}

const page = (...lines: readonly string[]) => lines.map(harmless).join("\n");

const statement = (condition: object) =>
  Object.entries(condition)
    .map(([key, value]) => `${key} ${value}`)
    .join(" ");
const pairsOf = (record: object) =>
  Object.entries(record)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");
