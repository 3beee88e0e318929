/** One document for several people: what each wanted made of it, and what each was given. */
export interface PersonalizedDocument {
  document: string;
  people: readonly { wanted: string; given: string }[];
}

/** How far apart two texts are, from 0 for the same to 1; need not be symmetric. */
export type TextDistance = (one: string, other: string) => number;

/** How responsiveness is computed. */
export interface ResponsivenessOptions {
  /** Whether distances between texts are compared as they are, not weighted by distances to the document. */
  simplified?: boolean;
}
