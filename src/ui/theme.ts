import type { TextProps } from "ink";

type Look = Pick<TextProps, "color" | "bold" | "dimColor">;

const COLORED = {
  plain: {},
  strong: { bold: true },
  faint: { dimColor: true },
  rule: { dimColor: true },
  focus: { color: "cyan" },
  title: { bold: true },
  person: { color: "cyan", bold: true },
  assistant: { color: "magenta", bold: true },
  mark: { color: "blueBright" },
  good: { color: "green" },
  warn: { color: "yellow" },
  bad: { color: "red" },
  active: { color: "cyan" },
} satisfies Record<string, Look>;

/** How a piece of text is meant. Every tone has words or a symbol beside it: colour alone says nothing. */
export type Tone = keyof typeof COLORED;

/** Tones as a terminal shows them. */
export type Theme = Readonly<Record<Tone, Look>>;

/** The look of each tone; without colours, bold and faint only. */
export function themeFor(color: boolean): Theme {
  if (color) return COLORED;
  const bare = Object.entries(COLORED as Theme).map(([tone, { color: _, ...look }]) => [tone, look]);
  return Object.fromEntries(bare) as Theme;
}
