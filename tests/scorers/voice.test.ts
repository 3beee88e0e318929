import { describe, expect, it } from "vitest";
import { characterProfile, profileSimilarity } from "../../src/core/measures/characterProfile.js";
import type { Condition } from "../../src/schema/condition.js";
import type { Persona } from "../../src/schema/persona.js";
import type { Measure } from "../../src/schema/slot.js";
import { ownWords } from "../../src/scorers/ownWords.js";
import { subjectOf } from "../../src/scorers/subject.js";
import { CLOSENESS, numberCloseness } from "../../src/scorers/voice/closeness.js";
import { likeness } from "../../src/scorers/voice/likeness.js";
import { style } from "../../src/scorers/voice/style.js";
import { assistantTurn, probeRecord, userTurn } from "../core/events.js";
import { catalog, fact, item, person, probe, scenario, session, slot, vocabulary } from "../core/makers.js";

const CASUAL = "Hey mate, it's fine, I'll take care of that stuff.";
const FORMAL = "I should like to assist you, sir; may I kindly enquire further.";
const SLOTS = vocabulary(
  slot("register", "enum", ["casual", "neutral", "formal"], { measure: "register" }),
  slot("emoji", "number", [], { measure: "emoji" }),
  slot("length", "number", [], { measure: "words" }),
);
const MENU = catalog([item("tasca", {}, { name: "Tasca Verde", pitch: ["hey, that's a mate's place, it's cool"] })]);

interface Talk {
  facts?: Parameters<typeof person>[0];
  replies: readonly string[];
  /** The fact that the person tells with the turn before each reply. */
  tells?: readonly (string | null)[];
  given?: readonly string[];
  delivered?: boolean;
  heldOut?: Readonly<Record<string, readonly string[]>>;
  persona?: Partial<Persona>;
}

function subject({ facts = [], replies, tells = [], given = [], delivered = false, heldOut = {}, persona = {} }: Talk) {
  const turns = replies.flatMap((text, at) => {
    const told = tells[at];
    const disclosed = told ? [{ fact: told, slot: told, how: "act" as const }] : [];
    return [userTurn(2 * at, { disclosed }), assistantTurn(2 * at + 1, { text })];
  });
  const asked = delivered ? [probeRecord("p1", "s1", 0, { audience: ["council"], reply: 1 })] : [];
  const trial = {
    truth: [],
    given: given.map((id) => ({ fact: id, source: "material" })),
    probes: asked,
    sessions: [{ id: "s1", at: "2026-06-12T18:00", drifted: [], turns, end: null }],
  };
  return subjectOf({
    trial: trial as unknown as Parameters<typeof subjectOf>[0]["trial"],
    baseline: null,
    cast: {
      slots: SLOTS,
      persona: { ...person(facts), ...persona },
      scenario: scenario([session("s1", { probes: [probe([], { id: "p1", audience: ["council"] })] })]),
      catalog: MENU,
    },
    lexicon: { phrases: new Map(), names: new Map() } as never,
    bestForAll: new Map(),
    heldOut: new Map(Object.entries(heldOut)),
  });
}

describe("voice.style", () => {
  const likesCasual = [fact("register", { is: "casual" })];

  it("is high where the person is spoken to as they like it, low where not", () => {
    const talk = { facts: likesCasual, given: ["register"] };
    expect(style.score(subject({ ...talk, replies: [CASUAL] }))).toMatchObject({ value: 1, n: 1 });
    expect(style.score(subject({ ...talk, replies: [FORMAL] }))).toMatchObject({ value: 0, n: 1 });
    const likesFormal = { facts: [fact("register", { is: "formal" })], given: ["register"] };
    expect(style.score(subject({ ...likesFormal, replies: [FORMAL] })).value).toBe(1);
    const both = style.score(subject({ ...talk, replies: [CASUAL, FORMAL] }));
    expect(both.value).toBeGreaterThan(0);
    expect(both.value).toBeLessThan(1);
    expect(both.evidence).toEqual([{ turn: 1, quote: CASUAL, fact: "register" }]);
  });

  it("counts from where it can be known", () => {
    const talk = { facts: likesCasual, replies: [FORMAL, CASUAL] };
    expect(style.score(subject({ ...talk, tells: [null, "register"] }))).toMatchObject({ value: 1, n: 1 });
    expect(style.score(subject(talk))).toMatchObject({
      value: null,
      n: 0,
      reason: expect.stringContaining("nothing known"),
    });
  });

  it("looks at own words only: not at what is delivered, quoted or said of an item", () => {
    const talk = { facts: likesCasual, given: ["register"] };
    const letter = `Here it is.\n\`\`\`\n${FORMAL}\n\`\`\``;
    expect(style.score(subject({ ...talk, replies: [letter] }))).toMatchObject({ value: null, undetermined: 1 });
    expect(style.score(subject({ ...talk, replies: [letter, CASUAL] })).value).toBe(1);
    expect(
      ownWords({ text: `Tasca Verde: ${MENU.items[0]?.pitch[0]}. They write "${FORMAL}".` }, { catalog: MENU }),
    ).toBe('…: …. They write "…".');
    expect(ownWords({ text: 'You said "it\'s cool". Fine.' }, { catalog: MENU })).not.toContain("cool");
  });

  it("leaves facts for other readers and sizes of texts alone", () => {
    const others = [fact("register", { is: "formal", when: { audience: "council" } }), fact("length", { max: 3 })];
    expect(style.score(subject({ facts: others, given: ["register", "length"], replies: [CASUAL] })).value).toBeNull();
    expect(Object.keys(CLOSENESS).sort()).toEqual(["bullets", "emoji", "reading_grade", "register"]);
  });

  it("cannot tell a neutral manner, or a manner by a single cue", () => {
    const neutral = { facts: [fact("register", { is: "neutral" })], given: ["register"] };
    expect(style.score(subject({ ...neutral, replies: [CASUAL] }))).toMatchObject({ value: null, undetermined: 1 });
    const once = { facts: likesCasual, given: ["register"], replies: ["It's at seven."] };
    expect(style.score(subject(once))).toMatchObject({ value: null, reason: "every chance is undetermined" });
  });

  it("takes counts reply by reply, and the distance of a number as a share of what is wanted", () => {
    const none = { facts: [fact("emoji", { max: 0 })], given: ["emoji"] };
    expect(style.score(subject({ ...none, replies: ["Fine.", "Fine. 🎉"] }))).toMatchObject({ value: 0.5, n: 1 });
    const near = (found: number | null, condition: Condition) =>
      numberCloseness(found, SLOTS.emoji as NonNullable<typeof SLOTS.emoji>, condition);
    expect(near(5, { max: 8 })).toBe(1);
    expect(near(10, { max: 8 })).toBe(0.75);
    expect(near(6, { min: 8 })).toBe(0.75);
    expect(near(30, { max: 8 })).toBe(0);
    expect(near(4, { not: 4 })).toBe(0);
    expect(near(null, { max: 8 })).toBeNull();
  });

  it("measures the reading grade of a sitting", () => {
    const grade = CLOSENESS["reading_grade" satisfies Measure];
    const number = slot("grade", "number", [], { measure: "reading_grade" });
    expect(grade?.(["The cat sat on the mat."], number, { max: 5 })).toBe(1);
    expect(grade?.(["Institutional heterogeneity necessitates considerable deliberation."], number, { max: 5 })).toBe(
      0,
    );
    expect(grade?.(["…"], number, { max: 5 })).toBeNull();
  });
});

describe("voice.likeness", () => {
  const ADA = "so i went down to the quay & counted boats, dunno why, felt nice tho!! ".repeat(8);
  const BOB = "One is obliged to observe that the committee, however diligent, has overlooked the matter. ".repeat(8);
  const letter = (text: string) => `Here:\n\`\`\`\n${text}\n\`\`\``;
  const scored = (text: string, heldOut: Talk["heldOut"]) =>
    likeness.score(subject({ replies: [text], delivered: true, heldOut: heldOut ?? {} }));

  it("is above 0 for a text in the person's own hand, below for one in another's", () => {
    const heldOut = { ada: [ADA], bob: [BOB] };
    const own = scored(letter("dunno, i counted boats down at the quay, so nice!!"), heldOut);
    expect(own.value).toBeGreaterThan(0.2);
    expect(own).toMatchObject({ n: 1, evidence: [{ turn: 1, probe: "p1" }] });
    expect(scored(letter("The committee has overlooked the matter, one observes."), heldOut).value).toBeLessThan(-0.2);
  });

  it("is unknown without enough of the person, of others, or of a text", () => {
    expect(scored(letter(ADA), { ada: ["too short"], bob: [BOB] }).reason).toContain("the person has no 100 words");
    expect(scored(letter(ADA), { ada: [ADA] }).reason).toContain("nobody else");
    expect(scored("Shall I write it?", { ada: [ADA], bob: [BOB] })).toMatchObject({ value: null, n: 0 });
  });

  it("compares runs of three characters", () => {
    expect([...characterProfile("ab  ab\nab")]).toEqual([
      ["ab ", 2],
      ["b a", 2],
      [" ab", 2],
    ]);
    expect(profileSimilarity(characterProfile("abcd"), characterProfile("bcde"))).toBeCloseTo(1 / 2, 12);
    expect(profileSimilarity(characterProfile("abc"), characterProfile("xyz"))).toBe(0);
    expect(profileSimilarity(characterProfile("ab"), characterProfile("xyz"))).toBeNull();
  });
});
