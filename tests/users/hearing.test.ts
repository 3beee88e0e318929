import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { HeardAct } from "../../src/schema/act.js";
import { loadWorld } from "../../src/store/world.js";
import { hear } from "../../src/users/agenda/hearing.js";
import { REPOSITORY } from "../support/paths.js";

const { world } = loadWorld(REPOSITORY);

const row = z.strictObject({
  in: z.string(),
  on: z.string().optional(),
  asked: z.array(z.string()).default([]),
  says: z.string(),
  hears: z.array(z.string()),
});
const TABLE = z.array(row).parse(parse(readFileSync(new URL("hearing.yaml", import.meta.url), "utf8")));

const named = ({ intent, item, request, slot, value }: HeardAct) =>
  [intent, item ?? request ?? slot ?? "", value === undefined ? "" : `=${value}`].join(" ").trim().replace(" =", "=");

function heard({ in: place, on, asked, says }: z.infer<typeof row>): string[] {
  const [id = "", kind] = place.split(" ");
  const catalog = world.catalogs[id];
  if (!catalog) throw new Error(`no catalog '${id}'`);
  const options = catalog.items.filter((item) => item.kind === kind);
  const item = on === undefined ? null : (options.find((one) => one.id === on) ?? null);
  const requested = asked.filter((name) => name !== "?");
  const listening = { slots: world.slots, catalog, options, item, requested, questioned: asked.length > 0 };
  return hear(says, listening).map(named).sort();
}

describe("what a user hears", () => {
  it.each(TABLE.map((one) => [one.says, one] as const))("%s", (_, one) => {
    expect(heard(one)).toEqual([...one.hears].sort());
  });
});
