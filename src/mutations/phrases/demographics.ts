const ARTICLED = ["Netherlands", "United Kingdom", "United States"];

/** The English name of a country by its two letters, as it stands behind `in`. */
export function countryName(code: string): string {
  const name = new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  return ARTICLED.includes(name) ? `the ${name}` : name;
}

/** A noun with its article. */
export const withArticle = (noun: string) => `${/^([aeiou]|HR)/i.test(noun) ? "an" : "a"} ${noun}`;

/** How an assistant speaks of a person's age, work and country; the last two are held out. */
export function attributePhrases(slot: string, value: string): readonly string[] | null {
  switch (slot) {
    case "age":
      return [`you're ${value} years old`, `you're ${value}`, `your age is ${value}`, `you've turned ${value}`];
    case "occupation":
      return [
        `you're ${withArticle(value)}`,
        `your occupation is ${value}`,
        `your background is that of ${withArticle(value)}`,
        `you're ${withArticle(value)} by profession`,
      ];
    case "country": {
      const country = countryName(value);
      return [
        `you live in ${country}`,
        `you're based in ${country}`,
        `you're living in ${country}`,
        `your home is in ${country}`,
      ];
    }
    default:
      return null;
  }
}
