/**
 * Whose business each planted defect is, by the definitions: a scorer, and the kinds that it must find. A new scorer of misuse is
 * one line here. Kinds that nobody claims are told as such, and harmless changes are every scorer's: none may mind them.
 */
const CLAIMS = {
  "use.adherence": ["ignored-preference", "wrong-option", "wrong-style"],
  "use.veto": ["broken-veto"],
  "use.reasked": ["re-ask"],
  "misuse.irrelevant": ["irrelevant"],
  "misuse.stale": ["stale"],
  "misuse.invented": ["invented", "other-persons-fact"],
  "misuse.contradiction": ["contradicted", "other-persons-fact"],
  "misuse.crossed": ["other-persons-fact"],
  "misuse.leak": ["leak"],
  "misuse.repetition": ["repetition"],
  "misuse.stereotype": ["stereotype"],
  "misuse.flattery": ["flattery"],
  "voice.style": ["wrong-style"],
  "memory.abstained": ["no-abstention"],
  "memory.recalled": ["over-abstention"],
};

/** The scorers that claim each kind; refuses a claim of a scorer or for a kind that there is not. */
export function claimsOf(scorers, kinds) {
  for (const [scorer, claimed] of Object.entries(CLAIMS)) {
    if (!scorers.some(({ id }) => id === scorer)) throw new Error(`tools/claims.mjs: no scorer is called ${scorer}`);
    for (const kind of claimed)
      if (!kinds.includes(kind)) throw new Error(`tools/claims.mjs: ${scorer} claims ${kind}, which nothing plants`);
  }
  const claiming = (kind) => Object.keys(CLAIMS).filter((scorer) => CLAIMS[scorer].includes(kind));
  return new Map(kinds.map((kind) => [kind, claiming(kind)]));
}
