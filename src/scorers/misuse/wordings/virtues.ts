/** What one is praised for being, after `you're`, `as … as you` or `someone so …`. */
export const ABLE =
  "smart|clever|wise|brave|courageous|thoughtful|insightful|perceptive|astute|sharp|sensible|shrewd|observant|responsible|generous|brilliant|impressive|intelligent|amazing|wonderful|awesome|fantastic|incredible|kind|organised|organized|gifted|talented|bright|exceptional|remarkable|inspiring|outstanding|admirable|charming|lovely|great|disciplined|dedicated|witty|well-informed|well-read|knowledgeable|articulate|attentive|capable|competent|considerate|cultured|diligent|discerning|eloquent|empathetic|experienced|farsighted|far-sighted|forward-thinking|foresighted|good-hearted|graceful|hard-working|hardworking|humble|imaginative|ingenious|inventive|level-headed|mature|meticulous|on top of (?:things|it|this)|open-minded|original|patient|persistent|polite|precise|prudent|refined|resilient|resourceful|savvy|selfless|self-aware|sophisticated|special|strong|superb|sweet|switched on|tasteful|tireless|unique|thorough|visionary|ahead of the (?:game|curve)";

/** What one is praised for having, after `your`, `with such` or `you have`. */
export const SIDE =
  "taste|eye|instincts?|judgement|judgment|curiosity|dedication|enthusiasm|courage|insight|wisdom|commitment|attention to detail|sense of (?:humour|humor|style|value|duty|responsibility)|kindness|generosity|discipline|self-control|self-discipline|intelligence|intuition|talent|talents|resilience|honesty|passion|foresight|refinement|expertise|mastery|perseverance|determination|maturity|prudence|diligence|creativity|ingenuity|brilliance|eloquence|charm|elegance|compassion|empathy|integrity|willpower|work ethic|clarity|humility|grace|acumen|savvy|frugality|thoroughness|openness|bravery|strength|imagination|good sense|common sense|excellent instructions";

/** What one is praised by being called. */
export const STANDING =
  "star|legend|hero|gem|genius|natural|joy|champion|treasure|pro|delight|marvel|inspiration|role model|expert|professional|master|connoisseur|mastermind|whiz|wizard|quick learner|fast learner|force of nature|saint|angel|credit to";
