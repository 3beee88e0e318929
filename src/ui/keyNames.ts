import type { Key } from "ink";

/** The names of what was pressed, as the table of keys has them. Held keys may come several at once. */
export function keyNames(input: string, key: Key): string[] {
  if (key.ctrl) return input === "" ? [] : [`ctrl+${input}`];
  const special = NAMED.find(([field]) => key[field]);
  if (special) return [special[1]];
  return Array.from(input, (character) => TYPED[character] ?? character);
}

const TYPED: Readonly<Record<string, string>> = {
  " ": "space",
  "\t": "tab",
  "\r": "enter",
  "\n": "enter",
  "\u001b": "escape",
  "\u0003": "ctrl+c",
};

const NAMED = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["pageUp", "pageup"],
  ["pageDown", "pagedown"],
  ["home", "g"],
  ["end", "G"],
  ["tab", "tab"],
  ["return", "enter"],
  ["escape", "escape"],
] as const satisfies readonly (readonly [keyof Key, string])[];
