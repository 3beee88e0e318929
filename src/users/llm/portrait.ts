import type { Persona } from "../../schema/persona.js";

/** Who a person is and how they write, for the places of a prompt. */
export function portraitOf({ name, demographics, style }: Persona) {
  const manner = style.formality < 0.35 ? "casual" : style.formality < 0.7 ? "plain" : "formal";
  return {
    name,
    about: Object.entries(demographics)
      .map(([key, value]) => `${key} ${value}`)
      .join(", "),
    style: `${style.words_per_turn.join(" to ")} words a turn, ${manner}, ${style.punctuation} punctuation, ${style.casing === "lower" ? "all lower case" : "usual capitals"}`,
    examples: style.examples.map((line) => `> ${line}`).join("\n"),
  };
}
