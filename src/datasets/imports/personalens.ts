import { z } from "zod";
import { prose, id as rowId } from "../../schema/primitives.js";
import { emptyCatalog, idFrom, personOf, textSlot } from "./drafts.js";
import { type Fate, importerOf, type Task } from "./importer.js";

const affinity = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);

const profile = z.object({
  demographics: z.object({ user_id: rowId }).catchall(z.union([z.string(), z.number()])),
  interests: z.record(z.string(), z.number()).default({}),
  affinities: z.record(z.string(), z.record(z.string(), affinity)),
  interactions: z.record(z.string(), z.string()).default({}),
});
type Profile = z.output<typeof profile>;

/** Ids of tasks name a domain, and some domains are two words. */
const taskId = z
  .string()
  .max(60)
  .regex(/^\w[\w .-]*$/, "an id is made of letters, digits, spaces, '-', '_' and dots");

const row = z.object({
  "Task Description": z.string().optional(),
  "User Intent": prose,
  "Task Goal": z.string().optional(),
  "Relevant Affinity Types": z.array(prose),
  "Relevant Domains": z.array(prose),
  task_id: taskId,
  situations: z
    .object({ Location: prose, "Time of Day": z.string(), "Day of the Week": z.string() })
    .partial()
    .catchall(z.string())
    .default({}),
});
type Row = z.output<typeof row>;

const HEAD = {
  dataset: "personalens",
  source: "https://github.com/amazon-science/PersonaLens",
  license: "CC-BY-NC-4.0",
  synthetic: true,
};

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** A week that begins with a Monday, and hours for the times of day that situations name. */
const MONDAY = 6;
const HOURS: Readonly<Record<string, string>> = {
  morning: "09:00",
  afternoon: "15:00",
  evening: "19:00",
  night: "22:00",
};

/**
 * PersonaLens: a profile of preferences by domain, and tasks that say which of them matter. The tasks of a person
 * (`tasks.json`, `tasks_md.json`) are read with the `profile.json` beside them.
 */
export const personalens = importerOf<Row, Profile>({
  ...HEAD,
  layout: "entries",
  row,
  beside: { nameFor: () => "profile.json", required: true, schema: profile },
  known: { attributes: true },
  idOf: ({ task_id }) => task_id,
  task: (read, _place, person) => taskOf(read, person as Profile),
});

function taskOf(read: Row, person: Profile): Task {
  const user = person.demographics.user_id;
  const id = idFrom(HEAD.dataset, user, read.task_id);
  const facts = factsOf(person);
  const domains = read["Relevant Domains"];
  const wanted = read["Relevant Affinity Types"].map((type) => ({
    type,
    slots: domains.map((domain) => slotId(domain, type)).filter((slot) => facts.some((fact) => fact.slot === slot)),
  }));
  const slots = [...new Set(wanted.flatMap((one) => one.slots))];
  const missing = wanted.filter((one) => one.slots.length === 0).map(({ type }) => type);
  return {
    slots: facts.map(({ slot, about }) => textSlot(slot, about)),
    persona: personOf(HEAD, idFrom(HEAD.dataset, user), `profile of ${user}`, {
      demographics: demographicsOf(person),
      traits: Object.fromEntries(
        Object.entries(person.interests).map(([domain, yes]) => [`interest-${idFrom(domain)}`, yes]),
      ),
      facts: facts.map(({ about: _, ...fact }) => fact),
    }),
    scenario: {
      ...{ schema: "dramatis/scenario@1", id, title: id, domain: "recommendation" },
      situation: { place: read.situations.Location ?? "at home", at: momentOf(read.situations) },
      catalog: emptyCatalog(HEAD.dataset).id,
      role: "a task assistant",
      sessions: [{ id: "s1", probes: [{ id: "task", type: "apply", ask: [read["User Intent"]], slots }] }],
      stop: { max_turns: 8 },
    },
    catalog: emptyCatalog(HEAD.dataset),
    fates: fatesOf(missing),
    personFates: personFates(person),
  };
}

/** One fact for each affinity that says something: a value, or any of a list. */
function factsOf({ affinities }: Profile) {
  return Object.entries(affinities).flatMap(([domain, types]) =>
    Object.entries(types).flatMap(([type, given]) => {
      const values = [given].flat().filter((value) => String(value).trim() !== "");
      if (values.length === 0) return [];
      const slot = slotId(domain, type);
      const condition = Array.isArray(given) ? { any_of: values } : { is: values[0] as string | number };
      const shared = { id: slot, slot, disclose: "if-asked" as const, say: [values.join(", ")] };
      return [{ ...shared, ...condition, about: `${type} (${domain})` }];
    }),
  );
}

const slotId = (domain: string, type: string) => `${idFrom(domain)}.${idFrom(type)}`.slice(0, 80);
const NOT_GIVEN = "N/A";

const demographicsOf = ({ demographics }: Profile) =>
  Object.fromEntries(
    Object.entries(demographics)
      .filter(([key, given]) => key !== "user_id" && given !== NOT_GIVEN)
      .map(([key, given]) => [idFrom(key), given]),
  );

function momentOf(situations: Row["situations"]): string {
  const day = Math.max(0, DAYS.indexOf((situations["Day of the Week"] ?? "").toLowerCase()));
  const hour = HOURS[(situations["Time of Day"] ?? "").toLowerCase()] ?? "12:00";
  return `2025-01-${String(MONDAY + day).padStart(2, "0")}T${hour}`;
}

function fatesOf(missing: readonly string[]): Fate[] {
  const left = missing.length === 0 ? "" : `; the profile has nothing for: ${missing.join(", ")}`;
  return [
    { path: "task_id", fate: "kept", how: "part of the scenario's id" },
    { path: "User Intent", fate: "changed", how: "the probe's one wording, though it speaks to the person" },
    {
      path: "Relevant Affinity Types",
      fate: missing.length === 0 ? "kept" : "changed",
      how: `slots of the probe${left}`,
    },
    { path: "Relevant Domains", fate: "kept", how: "says which affinity of that name is meant" },
    { path: "Task Description", fate: "dropped", how: "for the user simulator of PersonaLens" },
    { path: "Task Goal", fate: "dropped", how: "a judge's criterion: our probe has no options to choose from" },
    { path: "situations.Location", fate: "kept", how: "situation.place" },
    { path: "situations.Day of the Week", fate: "changed", how: "that day of the week of 2025-01-06" },
    { path: "situations.Time of Day", fate: "changed", how: "an hour of the day" },
    { path: "situations", fate: "dropped", how: "our situation is a place and a time" },
  ];
}

function personFates({ demographics, interactions, affinities }: Profile): Fate[] {
  const unknown = Object.entries(demographics).filter(([, given]) => given === NOT_GIVEN);
  const empty = Object.entries(affinities).flatMap(([domain, types]) =>
    Object.entries(types)
      .filter(([, given]) => [given].flat().every((value) => String(value).trim() === ""))
      .map(([type]) => `${domain}.${type}`),
  );
  return [
    { path: "(profile).demographics.user_id", fate: "kept", how: "part of the persona's id" },
    { path: "(profile).demographics", fate: "kept", how: "demographics" },
    ...unknown.map(([key]) => ({
      path: `(profile).demographics.${key}`,
      fate: "dropped" as const,
      how: "N/A: not given",
    })),
    { path: "(profile).interests", fate: "kept", how: "traits" },
    { path: "(profile).affinities", fate: "kept", how: "facts, on a text slot of their own" },
    ...empty.map((path) => ({ path: `(profile).affinities.${path}`, fate: "dropped" as const, how: "empty" })),
    ...(Object.keys(interactions).length === 0 ? [] : [SUMMARIES]),
  ];
}

const SUMMARIES: Fate = {
  ...{ path: "(profile).interactions", fate: "dropped" },
  how: "summaries by a third person: no text of the person's own, and not said which fact they carry",
};
