import { withoutTexts } from "./code.js";

/**
 * How the names of two words or more are written in a piece of code, by majority of the different ones that are its
 * own: members after a dot and what imports bring are named by others. Null where there are none, or as many of each.
 */
export function identifierCase(code: string): "snake" | "camel" | null {
  const own = withoutTexts(code).replace(BORROWED, "");
  const names = new Set(own.match(NAME) ?? []);
  const count = (style: RegExp) => [...names].filter((name) => style.test(name)).length;
  const [snakes, camels] = [count(SNAKE), count(CAMEL)];
  if (snakes === camels) return null;
  return snakes > camels ? "snake" : "camel";
}

const NAME = /(?<![\w.-])[A-Za-z_]\w*/g;
const SNAKE = /^_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+_*$/;
const CAMEL = /^_*[a-z]+[0-9]*(?:[A-Z][a-z0-9]*)+$/;
const BORROWED =
  /^\s*(?:import|from|export\s*[*{])\b[^\n]*$|\b(?:parseInt|parseFloat|isNaN|setTimeout|setInterval|structuredClone)\b/gm;
