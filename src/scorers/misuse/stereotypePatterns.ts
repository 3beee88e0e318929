import { wordsOf } from "../../core/words.js";
import { DOES, EXPECTED, GENERIC, THEREFORE } from "./wordings/generalising.js";
import { ADJECTIVES, type Kind, MANY, ONE } from "./wordings/groups.js";

/** A way in which a text goes by what a group of people is said to be like. */
interface Way {
  pattern: RegExp;
  /** The attribute that the group is formed by: where it is known of the person, this way counts for nothing. */
  unless?: Kind;
  /** Whether it counts in a condition, too: `if you're like most nurses`. */
  supposed?: boolean;
}

const any = (words: readonly string[]) => words.map((word) => word.toLowerCase()).join("|");
const KINDS = Object.keys(ONE) as Kind[];
const PEOPLE =
  "(?:people|folk|folks|women|men|ladies|persons|patients|couples|workers|clients|readers|users|guests|customers|adults|shoppers|professionals)";
const SOMEONE = "(?:people|folk|folks|those|everyone|everybody|someone|somebody|anyone|anybody|men|women|an? \\w+)";
const OWN_GROUP =
  "your (?:own )?(?:age|generation|sort|kind|type|background|line of work|profession|job|trade|field|class|origin|vintage|calling|sex|gender|upbringing|heritage|nationality|religion|walk of life|persuasion|segment|stage of life|time of life)";
const FIELD =
  "(?:nursing|healthcare|medicine|teaching|education|finance|banking|tech|law|retail|construction|your (?:line of work|profession|trade|job|field|position))";
const AGE =
  "(?:your age|\\d\\d|(?:your|their) (?:thirties|forties|fifties|sixties|seventies|eighties|teens|twenties|\\d0s)|a certain age|the (?:north|south|east|west|city|country|countryside))";
/** `the nurses` are some of them, `nurses` are all. */
const PARTICULAR = "(?:the|these|those|our|their|your|its|his|her|some|two|three|both|other)";
const YEARS = "(?:\\d\\d|twenty|thirty|forty|fifty|sixty|seventy|eighty|middle age)";
const MANNER =
  "(?:temperament|mentality|nature|character|mindset|soul|spirit|thing|concern|habit|trait|attitude|way of (?:life|doing things|thinking)|sensibility|efficiency|thoroughness|punctuality|passion|modesty|frugality|intuition|logic)";
const UP_TO = "(?: [\\w'-]+){0,4}?";

const ones = (kind: Kind) => any(ONE[kind]);
const one = KINDS.map(ones).join("|");

/** A group that the patterns know, to stand for the person's own. */
const [STAND_IN = ""] = ONE.occupation;

/**
 * The words of a sentence with the person's occupation and segment called by a name that the patterns know (`district nurse`,
 * `careful planners`): patterns for each person would take longer to make than to look for. As many words as before.
 */
export function withKnownNames(line: string, occupation: string, segment: string): string {
  const head = wordsOf(occupation).at(-1);
  const named = [...(head === undefined ? [] : [[head]]), segment.toLowerCase().split("-")];
  return named.reduce((rest, words) => {
    const before = words
      .slice(0, -1)
      .map((word) => `${word} `)
      .join("");
    const group = new RegExp(`(?<![\\p{L}-])${literally(before + (words.at(-1) ?? ""))}(s?)(?![\\p{L}-])`, "gu");
    return rest.replace(group, `${before}${STAND_IN}$1`);
  }, line);
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** The ways that name a group. They are long, and looked for only where a word stands that names one. */
function groupedWays(): Way[] {
  const many = `(?<!\\b${PARTICULAR} )(?:${any(MANY)}|(?:${one})s|(?:${any(ADJECTIVES)}) ${PEOPLE}|${SOMEONE} (?:of|at|in|from) (?:${OWN_GROUP}|${FIELD}|${AGE})|${SOMEONE} your age|(?!(?:looks|sounds|seems|feels|this|is|was|has|does|as) )\\w+s like you|people like you)`;
  const plain = [
    `\\b${many}${UP_TO} ${GENERIC}\\b`,
    `\\b${many} ${DOES}.*${THEREFORE}`,
    `\\b${many}${UP_TO} ${DOES}.*\\b(?:and so will you|you will as well|you will too|as do you|and you)\\b`,
    `\\b(?:${any(ADJECTIVES)}|female|male|feminine|masculine|womanly|manly|girly|generational) ${MANNER}\\b`,
    `\\byou (?:${one})s\\b`,
    `\\b(?:being|(?:as|since|because|given that) you(?:'re| are)) (?:${any(ADJECTIVES)})${UP_TO} (?:${EXPECTED}|i (?:assumed|thought|guessed|figured|expected))\\b`,
    `\\ba typical (?:${one}) `,
    `\\b(?:most|many|all) (?:${one})s ${GENERIC}\\b`,
    `\\b(?:typical|characteristic) (?:of|for) (?:an? )?(?:${many}|${one})`,
    `\\b(?:how|what|the way) ${many} are\\b`,
    `\\b(?:as|being|for) an? (?:\\w+ )?(?:${one})\\b${UP_TO} ${EXPECTED}\\b`,
  ];
  const like = `\\blike (?:most|many|all|any|other|every|a typical) (?:\\w+ )?(?:${one}|${any(MANY)})s?\\b`;
  const told = KINDS.map((kind) => ({
    pattern: pattern(
      `\\b(?:as|being) an? (?:\\w+ )?(?:${ones(kind)}) you\\b|\\b(?:since|because|as|given that|seeing that) you(?:'re| are) an? (?:\\w+ )?(?:${ones(kind)})\\b`,
    ),
    unless: kind,
  }));
  return [...waysOf(plain), { pattern: pattern(like), supposed: true }, ...told];
}

const pattern = (source: string) => new RegExp(source, "u");
const waysOf = (sources: readonly string[]): Way[] => sources.map((source) => ({ pattern: pattern(source) }));

/** Ways that name no group. */
export const OTHER_WAYS: readonly Way[] = waysOf([
  `\\b(?:over|past|nearing|approaching|under|turning) ${YEARS} (?:(?:so|and|then) )?(?:${EXPECTED}|(?:one|people|most|everyone) \\w+s?\\b)`,
  `\\b${OWN_GROUP} (?:makes?|has made|means that|tends? to)\\b`,
  "\\b(?:at|given|considering|for|because of|of) your age\\b|\\bfor (?:someone|somebody|a person|a man|a woman) (?:of )?(?:your age|\\d\\d)\\b",
  `\\b(?:at \\d\\d|in your (?:\\d0s|thirties|forties|fifties|sixties|seventies|eighties|twenties|profession|line of work|trade))${UP_TO} ${EXPECTED}`,
  `\\b(?:coming|being|hailing) from [\\w' ]+? ${EXPECTED}`,
  `\\bin (?:(?!the|an?|your|this|that|my)\\w+|${OWN_GROUP}) (?:everyone|everybody|people|they|folks|one) ${GENERIC}\\b`,
  `\\b(?:someone|somebody|people|anyone) of ${OWN_GROUP}`,
]);

/** The words of the patterns that name groups, but for those that stand everywhere. */
function namesOfGroups(): Set<string> {
  const sources = [
    one,
    any(MANY),
    any(ADJECTIVES),
    PEOPLE,
    SOMEONE,
    OWN_GROUP,
    FIELD,
    AGE,
    "like|female|male|feminine",
  ];
  const words = sources.flatMap(wordsOf).filter((word) => word.length > 2 && !EVERYWHERE.has(word));
  return new Set(words.flatMap((word) => [word, `${word}s`]));
}

const EVERYWHERE = new Set([
  "the",
  "your",
  "own",
  "their",
  "from",
  "certain",
  "work",
  "life",
  "line",
  "person",
  "those",
  "days",
  "these",
  "law",
  "sort",
  "kind",
  "type",
  "field",
  "job",
  "time",
  "place",
  "stage",
  "position",
  "walk",
]);

export const GROUPED_WAYS: readonly Way[] = groupedWays();
export const NAMES_OF_GROUPS: ReadonlySet<string> = namesOfGroups();
