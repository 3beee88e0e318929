import type { Persona } from "../schema/persona.js";

interface AttributePhrase {
  slot: string;
  value: string;
  phrase: string;
}

/** Years that are told as an age of one's own. Children have no assistants, and `you're 5` is more often a distance. */
const [YOUNGEST, OLDEST] = [16, 110];

const NAMES_OF_COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** How the attributes of people are told: any age and any country (Unicode CLDR, in English), and the occupations of these people. */
export function attributePhrases(people: readonly Persona[]): AttributePhrase[] {
  const ages = Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, years) => String(YOUNGEST + years));
  const occupations = new Set(
    people.flatMap(({ demographics: { occupation } }) => (occupation ? [String(occupation)] : [])),
  );
  return [
    ...ages.flatMap((value) =>
      [
        `you're ${value}`,
        `you are ${value}`,
        `I'm ${value}`,
        `${value} years old`,
        `${value}-year-old`,
        `${value} years of age`,
        `aged ${value}`,
      ].map((phrase) => ({
        slot: "age",
        value,
        phrase,
      })),
    ),
    ...countries().map(([value, phrase]) => ({ slot: "country", value, phrase })),
    ...[...occupations].map((value) => ({ slot: "occupation", value, phrase: value })),
  ];
}

/** Every region code of two letters with its name. */
function countries(): [code: string, name: string][] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const name = NAMES_OF_COUNTRIES.of(first + second);
      return name === undefined ? [] : [[first + second, name]];
    }),
  );
}
