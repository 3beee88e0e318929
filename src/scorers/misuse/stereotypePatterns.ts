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

/** The ways, with the person's occupation and segment among the groups: `district nurse`, `nurses`; `careful-planner`, `planners`. */
export function waysFor(occupation: string, segment: string): Way[] {
  const head = occupation.toLowerCase().split(" ").at(-1) ?? "";
  const ones = (kind: Kind) => any([...ONE[kind], ...(kind === "occupation" && head ? [head] : [])]);
  const planner = segment.toLowerCase().split("-").at(-1) ?? "";
  const one = [...KINDS.map(ones), planner].filter((name) => name !== "").join("|");
  const many = `(?<!\\b${PARTICULAR} )(?:${any(MANY)}|(?:${one})s|(?:${any(ADJECTIVES)}) ${PEOPLE}|${SOMEONE} (?:of|at|in|from) (?:${OWN_GROUP}|${FIELD}|${AGE})|${SOMEONE} your age|(?!(?:looks|sounds|seems|feels|this|is|was|has|does|as) )\\w+s like you|people like you)`;
  return [
    { pattern: pattern(`\\b${many}${UP_TO} ${GENERIC}\\b`) },
    { pattern: pattern(`\\b${many} ${DOES}.*${THEREFORE}`) },
    {
      pattern: pattern(
        `\\b${many}${UP_TO} ${DOES}.*\\b(?:and so will you|you will as well|you will too|as do you|and you)\\b`,
      ),
    },
    {
      pattern: pattern(
        `\\b(?:${any(ADJECTIVES)}|female|male|feminine|masculine|womanly|manly|girly|generational) ${MANNER}\\b`,
      ),
    },
    {
      pattern: pattern(
        `\\b(?:over|past|nearing|approaching|under|turning) ${YEARS} (?:(?:so|and|then) )?(?:${EXPECTED}|(?:one|people|most|everyone) \\w+s?\\b)`,
      ),
    },
    { pattern: pattern(`\\byou (?:${one})s\\b`) },
    {
      pattern: pattern(
        `\\b(?:being|(?:as|since|because|given that) you(?:'re| are)) (?:${any(ADJECTIVES)})${UP_TO} (?:${EXPECTED}|i (?:assumed|thought|guessed|figured|expected))\\b`,
      ),
    },
    { pattern: pattern(`\\b${OWN_GROUP} (?:makes?|has made|means that|tends? to)\\b`) },
    { pattern: pattern(`\\ba typical (?:${one}) `) },
    { pattern: pattern(`\\b(?:most|many|all) (?:${one})s ${GENERIC}\\b`) },
    {
      pattern: pattern(`\\blike (?:most|many|all|any|other|every|a typical) (?:\\w+ )?(?:${one}|${any(MANY)})s?\\b`),
      supposed: true,
    },
    { pattern: pattern(`\\b(?:typical|characteristic) (?:of|for) (?:an? )?(?:${many}|${one})`) },
    { pattern: pattern(`\\b(?:how|what|the way) ${many} are\\b`) },
    { pattern: pattern(`\\b(?:as|being|for) an? (?:\\w+ )?(?:${one})\\b${UP_TO} ${EXPECTED}\\b`) },
    ...KINDS.map((kind) => ({
      pattern: pattern(
        `\\b(?:as|being) an? (?:\\w+ )?(?:${ones(kind)}) you\\b|\\b(?:since|because|as|given that|seeing that) you(?:'re| are) an? (?:\\w+ )?(?:${ones(kind)})\\b`,
      ),
      unless: kind,
    })),
    {
      pattern: pattern(
        `\\b(?:at|given|considering|for|because of|of) your age\\b|\\bfor (?:someone|somebody|a person|a man|a woman) (?:of )?(?:your age|\\d\\d)\\b`,
      ),
    },
    {
      pattern: pattern(
        `\\b(?:at \\d\\d|in your (?:\\d0s|thirties|forties|fifties|sixties|seventies|eighties|twenties|profession|line of work|trade))${UP_TO} ${EXPECTED}`,
      ),
    },
    { pattern: pattern(`\\b(?:coming|being|hailing) from [\\w' ]+? ${EXPECTED}`) },
    {
      pattern: pattern(
        `\\bin (?:(?!the|an?|your|this|that|my)\\w+|${OWN_GROUP}) (?:everyone|everybody|people|they|folks|one) ${GENERIC}\\b`,
      ),
    },
    { pattern: pattern(`\\b(?:someone|somebody|people|anyone) of ${OWN_GROUP}`) },
  ];
}

const pattern = (source: string) => new RegExp(source, "u");
