import { describe, expect, it } from "vitest";
import {
  activeFacts,
  type LivedFact,
  lifeOf,
  type Moment,
  mayLearn,
  predecessors,
  truthOf,
} from "../../src/core/life.js";
import type { Fact } from "../../src/schema/persona.js";
import type { Session } from "../../src/schema/scenario.js";
import { fact, lived, MOMENT, person, scenario, session } from "./makers.js";

const active = (life: readonly LivedFact[], moment: Partial<Moment> = {}) =>
  activeFacts(life, { ...MOMENT, ...moment }).map(({ id }) => id);
const find = (life: readonly LivedFact[], id: string) => {
  const found = life.find((one) => one.id === id);
  if (!found) throw new Error(`no fact ${id} among ${life.map((one) => one.id)}`);
  return found;
};

describe("when facts hold", () => {
  const life = lived(
    fact("old", { slot: "diet", is: "omnivore", until: "2026-06-12" }),
    fact("new", { slot: "diet", is: "vegan", since: "2026-06-12" }),
  );

  it("until is the first day on which a fact no longer holds, since the first on which it does", () => {
    expect(active(life, { at: "2026-06-11T23:59" })).toEqual(["old"]);
    expect(active(life, { at: "2026-06-12T00:00" })).toEqual(["new"]);
  });

  it("a fact that begins where another ends takes its place", () => {
    expect(find(life, "new").supersedes).toBe("old");
    expect(find(life, "old").supersedes).toBeNull();
  });

  it("a gap, another slot or no date links nothing", () => {
    const apart = lived(
      fact("old", { slot: "diet", is: "omnivore", until: "2026-01-01" }),
      fact("later", { slot: "diet", is: "vegan", since: "2026-02-01" }),
      fact("other", { slot: "tone", is: "warm", since: "2026-01-01" }),
      fact("always", { slot: "diet", not: "vegan" }),
    );
    expect(apart.map(({ supersedes }) => supersedes)).toEqual([null, null, null, null]);
  });

  it("a fact that ends as it begins takes no place, not even its own", () => {
    const day = "2026-06-12";
    const odd = lived(
      fact("one", { slot: "diet", is: "vegan", since: day, until: day }),
      fact("two", { slot: "diet", is: "vegan", since: day, until: day }),
    );
    expect(odd.map(({ supersedes }) => supersedes)).toEqual([null, null]);
  });
});

describe("the most specific true when wins", () => {
  const life = lived(
    fact("always", { slot: "tone", is: "warm" }),
    fact("to-office", { slot: "tone", is: "direct", when: { audience: "authority" } }),
    fact("to-office-in-lisbon", { slot: "tone", is: "humorous", when: { audience: "authority", place: "Lisbon" } }),
    fact("in-law", { slot: "tone", is: "direct", when: { domain: "legal" } }),
    fact("elsewhere", { slot: "diet", is: "vegan" }),
  );

  it.each<[string, Partial<Moment>, string[]]>([
    ["nothing special", {}, ["always", "elsewhere"]],
    ["an audience", { audience: ["authority"], place: "Porto" }, ["to-office", "elsewhere"]],
    ["an audience among others", { audience: ["self", "authority"], place: "Porto" }, ["to-office", "elsewhere"]],
    ["an audience and a place", { audience: ["authority"] }, ["to-office-in-lisbon", "elsewhere"]],
    ["a domain", { domain: "legal" }, ["in-law", "elsewhere"]],
  ])("%s", (_, moment, expected) => {
    expect(active(life, moment)).toEqual(expected);
  });

  it("facts that are equally specific hold together", () => {
    const both = lived(
      fact("no-nuts", { slot: "contains", not: "nuts" }),
      fact("milk", { slot: "contains", is: "milk" }),
    );
    expect(active(both)).toEqual(["no-nuts", "milk"]);
  });

  it("a when that does not hold now leaves the general fact in place", () => {
    const ended = lived(
      fact("always", { slot: "tone", is: "warm" }),
      fact("once", { slot: "tone", is: "direct", when: { audience: "self" }, until: "2020-01-01" }),
    );
    expect(active(ended)).toEqual(["always"]);
  });
});

describe("drift", () => {
  const low = fact("budget", {
    max: "medium",
    strength: 0.8,
    share_with: ["self", "bank"],
    later: [
      { at: "s2", max: "low", say: ["I lost my job"] },
      { at: "s3", max: "high" },
    ],
  });
  const drifting = (sessions: Session[], facts: Fact[] = [low]) => lifeOf(person(facts), scenario(sessions));
  const s2 = (told: string) => session("s2", { after: "30d", drift: [{ slot: "budget", told }] });
  const START = "2026-06-12T18:00";
  const LATER = "2026-07-12T18:00";

  it("ends what held and brings what holds from the session on", () => {
    const life = drifting([session("s1"), s2("s2")]);
    expect(life.map(truthOf)).toEqual([
      { fact: "budget", slot: "budget", condition: { max: "medium" }, from: null, to: LATER, by: "file", told: null },
      { fact: "budget@s2", slot: "budget", condition: { max: "low" }, from: LATER, to: null, by: "drift", told: "s2" },
    ]);
    expect(active(life, { at: START })).toEqual(["budget"]);
    expect(active(life, { at: LATER })).toEqual(["budget@s2"]);
  });

  it.each(["s2", "s3", "by-behaviour", "never"])("keeps how it is told: %s", (how) => {
    const life = drifting([session("s1"), s2(how), session("s3", { after: "1d" })]);
    expect(find(life, "budget@s2").told).toBe(how);
  });

  it("keeps what the change does not touch, and speaks with its own words", () => {
    const changed = find(drifting([session("s1"), s2("never")]), "budget@s2");
    expect(changed).toMatchObject({ strength: 0.8, share_with: ["self", "bank"], supersedes: "budget" });
    expect(changed.say).toEqual(["I lost my job"]);
  });

  it("happens only where the scenario lets it", () => {
    expect(drifting([session("s1"), session("s2", { after: "30d" })])).toHaveLength(1);
    const elsewhere = session("s2", { after: "30d", drift: [{ slot: "diet", told: "s2" }] });
    expect(drifting([session("s1"), elsewhere])).toHaveLength(1);
  });

  it("makes chains, each link taking the place of the one before", () => {
    const s3 = session("s3", { after: "30d", drift: [{ slot: "budget", told: "never" }] });
    const life = drifting([session("s1"), s2("s2"), s3]);
    expect(predecessors(life, find(life, "budget@s3")).map(({ id }) => id)).toEqual(["budget@s2", "budget"]);
    expect(active(life, { at: "2026-08-11T18:00" })).toEqual(["budget@s3"]);
  });

  it("changes nothing about a fact that no longer holds", () => {
    const gone = fact("budget", { max: "medium", until: "2026-07-01", later: [{ at: "s2", max: "low" }] });
    expect(drifting([session("s1"), s2("s2")], [gone])).toHaveLength(1);
  });

  it("ends with the fact it comes from", () => {
    const ending = fact("budget", { max: "medium", until: "2026-12-24", later: [{ at: "s2", max: "low" }] });
    expect(find(drifting([session("s1"), s2("s2")], [ending]), "budget@s2").to).toBe("2026-12-24");
  });
});

describe("demographics and traits", () => {
  const ada = person([], { demographics: { country: "SE", age: 41 }, traits: { tone: "warm" } });

  it("are facts with ids, without weight and without vetoes", () => {
    const life = lifeOf(ada, scenario());
    expect(life.map(({ id }) => id)).toEqual(["demographics.country", "demographics.age", "traits.tone"]);
    expect(life[0]).toMatchObject({ slot: "country", condition: { is: "SE" }, strength: 0, veto: false });
  });
});

describe("who may learn a fact", () => {
  it.each<[string[] | undefined, string[], boolean]>([
    [undefined, ["landlord"], true],
    [["doctor"], ["doctor"], true],
    [["doctor"], ["self"], true],
    [["doctor"], ["doctor", "self"], true],
    [["doctor"], ["doctor", "landlord"], false],
    [[], ["doctor"], false],
    [[], ["self"], true],
  ])("share_with %o, read by %o: %s", (share_with, audience, expected) => {
    const [secret] = lived(fact("secret", { slot: "diet", is: "vegan", ...(share_with ? { share_with } : {}) }));
    expect(mayLearn(secret as LivedFact, audience)).toBe(expected);
  });
});
