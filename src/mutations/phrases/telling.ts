import type { Phrases } from "./phrasebook.js";

/** How an assistant speaks of the manner in which someone wants to be told things, or tells them. The last two are held out. */
export const TELLING: Phrases = {
  detail: {
    brief: [
      "you prefer short answers",
      "you want to keep it brief",
      "you only need the essentials",
      "long explanations don't suit you",
    ],
    balanced: [
      "you prefer a medium level of detail",
      "you want a bit of background but not everything",
      "you like a moderately detailed answer",
      "you want it neither too short nor too long",
    ],
    thorough: [
      "you prefer detailed explanations",
      "you want the full picture",
      "you like an exhaustive answer",
      "short answers don't satisfy you",
    ],
  },
  register: {
    casual: [
      "you prefer a casual tone",
      "you like to keep things informal",
      "you want it chatty",
      "formality isn't your style",
    ],
    neutral: [
      "you prefer a neutral register",
      "you like an even, matter-of-fact voice",
      "you want it neither chatty nor stiff",
      "a middle-of-the-road style suits you",
    ],
    formal: [
      "you prefer a formal tone",
      "you like to keep things professional and formal",
      "you want it properly worded and polite",
      "a formal style suits you",
    ],
  },
  format: {
    steps: [
      "you prefer step-by-step instructions",
      "you like numbered lists",
      "you want things broken down into steps",
      "a checklist works best for you",
    ],
    prose: [
      "you prefer running text",
      "you like to read full paragraphs",
      "you want it written out rather than listed",
      "flowing text works best for you",
    ],
    table: [
      "you prefer tables",
      "you like information in rows and columns",
      "you want it in tabular form",
      "a comparison chart works best for you",
    ],
    pictures: [
      "you prefer pictures",
      "you like diagrams and images",
      "you want it illustrated",
      "visuals work best for you",
    ],
  },
  terms: {
    everyday: [
      "you prefer plain language",
      "you don't want technical jargon",
      "you want it in simple words",
      "layman's terms suit you best",
    ],
    technical: [
      "you prefer precise technical terms",
      "you're fine with jargon",
      "you want the proper terminology",
      "specialist language suits you best",
    ],
  },
  examples: {
    worked: [
      "you learn best from worked examples",
      "you like fully solved problems",
      "you want every example carried through",
      "a complete solution helps you most",
    ],
    "real-life": [
      "you learn best from real-life examples",
      "you like everyday situations as examples",
      "you want examples from actual life",
      "practical cases help you most",
    ],
    theory: [
      "you learn best from theory",
      "you like to understand the principle before any example",
      "you want the underlying reasoning",
      "a conceptual explanation helps you most",
    ],
    visual: [
      "you're a visual learner",
      "you like charts and graphs",
      "you want it shown graphically",
      "a diagram helps you most",
    ],
  },
  tone: {
    warm: [
      "you like a warm tone",
      "you want it friendly and caring",
      "you'd like it to sound kind",
      "you prefer a gentle, heartfelt voice",
    ],
    direct: [
      "you like a direct tone",
      "you want it blunt and to the point",
      "you'd like it to sound no-nonsense",
      "you prefer not to beat about the bush",
    ],
    humorous: [
      "you like a humorous tone",
      "you want it funny",
      "you'd like it to sound playful",
      "you prefer something light-hearted",
    ],
  },
  stance: {
    conciliatory: [
      "you'd rather compromise",
      "you want to stay on good terms with the other side",
      "you prefer to find common ground",
      "you're willing to make concessions",
    ],
    firm: [
      "you want to stand your ground",
      "you're not willing to compromise",
      "you prefer to be tough with the other side",
      "you refuse to make concessions",
    ],
  },
  level: {
    beginner: [
      "you're a beginner with statistics",
      "you're new to this kind of maths",
      "you have no background in statistics",
      "you're just starting out with numbers",
    ],
    intermediate: [
      "you have an intermediate grasp of statistics",
      "you already know some of the basics",
      "you have a fair grounding in statistics",
      "you're past the beginner stage with numbers",
    ],
    advanced: [
      "you're advanced in statistics",
      "you're an expert with numbers",
      "you have a strong mathematical background",
      "you already master the hard parts",
    ],
  },
  media: {
    article: [
      "you prefer written articles",
      "you like to read about things",
      "you want something to read",
      "text works better for you than audio or video",
    ],
    video: [
      "you prefer videos",
      "you like to watch things explained",
      "you want something to watch",
      "video works better for you than text or audio",
    ],
    podcast: [
      "you prefer podcasts",
      "you like to listen to things",
      "you want something to listen to",
      "audio works better for you than text or video",
    ],
  },
};
