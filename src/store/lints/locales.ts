import type { Lint } from "./lint.js";

/** Locales of other languages: people write English whatever their locale says. */
export const foreignLocales: Lint = ({ personas }, problem) =>
  Object.values(personas).flatMap(({ id, locale }) =>
    /^en\b/.test(locale)
      ? []
      : problem(
          "persona",
          id,
          ["locale"],
          `'${locale}' changes nothing: all people here write English`,
          "an English locale such as en-GB says the same without a promise",
          "warning",
        ),
  );
