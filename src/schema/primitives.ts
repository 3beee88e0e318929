import { z } from "zod";

/** An id: letters, digits, dots, hyphens and underscores, so that it can name a file without leaving its folder. */
export const id = z
  .string()
  .max(80)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/,
    "an id is made of letters, digits, '-', '_' and single dots, and starts with a letter or digit",
  );

/** A fact in a record: its id, with `@session` where drift brought it and `persona/` before it where another lent it. */
export const factReference = z
  .string()
  .regex(/^[\w./-]+(\.[\w-]+)*(@[\w-]+)?$/, "a fact's id, such as diet, demographics.age or budget@s2");

/** A civil date, or date and time, without a zone: `2026-06-12` or `2026-06-12T18:00`. */
export const civil = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?$/,
    "a civil date: YYYY-MM-DD or YYYY-MM-DDThh:mm",
  )
  .refine(isDay, "there is no such day");

function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** A non-empty line or paragraph of prose. */
export const prose = z.string().trim().min(1, "must not be empty").max(20_000);

/** A name or title: one line that shows as it is written, wherever it is printed. */
export const name = prose
  .max(200, "a name has at most 200 characters")
  .refine(
    (text) => !MISLEADING.test(text),
    "a name is one line without control characters, zero-width marks or marks that turn the direction of writing",
  );

const MISLEADING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** A number from 0 to 1. */
export const share = z.number().min(0).max(1);

/** An inclusive range `[low, high]` within bounds. */
export const rangeWithin = (least: number, most: number) =>
  z
    .tuple([z.number().min(least).max(most), z.number().min(least).max(most)])
    .refine(([low, high]) => low <= high, "a range is [low, high] with low not above high");

/** Who reads an output: `self` is the person, anyone else a third party. */
export const audience = z
  .string()
  .regex(/^[a-z][a-z-]*$/, "an audience is a lower-case word such as self, doctor or landlord");

/** A value that a slot can take. */
export const value = z.union([z.string(), z.number()]);
export type Value = z.infer<typeof value>;

/** What an option or artifact has on a slot: one value, or several for a set. */
export const attribute = z.union([value, z.array(value)]);
export type Attribute = z.infer<typeof attribute>;

/** Attributes by slot id. */
export const attributes = z.record(id, attribute);
export type Attributes = z.infer<typeof attributes>;
