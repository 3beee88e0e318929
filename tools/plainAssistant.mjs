// What a plain assistant would answer, from the messages it is sent and nothing else: what is on offer stands in its
// prompt, `id: name, description` under its kind; behind it the talk, with notes of what is known in square brackets.
// It compares words and knows nothing of the program it serves. The same messages get the same answer.

const COMMON = new Set(
  `a about after again all also am an and any anything are as at back be been before but by can could did do does down
  for from get give had has have he her here him his how i if in into is it its just know let like made make may me
  might more most much must my no not now of off on one only or other our out over own please put say see she should
  so some something such take tell than that the their them then there these they thing this those to too up us use
  very want was we well were what when where which who why will with would yes you your`.split(/\s+/),
);

/** What people say when they want another thing, take one, want to hear what is known of them, and want a text. */
const REFUSES =
  /^(?:no|not|perhaps not|rather not)\b|\b(?:i'd rather not|won't do|instead|another|something else|anything else|not for me|doesn't suit|say no to|leave it)\b/i;
const TAKES =
  /\b(?:i'll take|let it be|that will do|it will serve|settled|perfect|thanks?|goodbye|bye|take my leave|sounds good)\b/i;
const REMEMBERS = /\b(?:remember|remind|recall|did i (?:say|tell)|(?:do|have) you (?:still )?(?:know|have|noted))\b/i;
const WRITES = /\b(?:write|draw up|draft|patch|code|wording)\b/i;
const ASKED_FOR_MORE = /\b(?:which|choose|name one|pick)\b/i;

/** So many first words get a question before an offer: one of so many, told by their length. */
const ASKS_ONE_IN = 4;

/** Gives the text, and the id of what it recommends or null. */
export function plainAnswer(messages) {
  const scene = sceneOf(messages);
  const { offers, last, current, kind } = scene;
  if (offers.length === 0) return { text: "I have nothing to offer for that, I am sorry.", choice: null };
  if (REMEMBERS.test(last)) return { text: remembered(scene), choice: null };
  if (current && TAKES.test(last) && !last.includes("?")) return naming(current, "You are welcome. Then we settle on");
  if (current && REFUSES.test(last)) return described(bestOf(scene, current.kind), "Then I would take");
  if (WRITES.test(last)) return written(bestOf(scene, kind));
  const aside = current?.kind === kind && !ASKED_FOR_MORE.test(last);
  if (aside && last.includes("?")) return { text: detailOf(current, last), choice: current.id };
  if (aside) return described(bestOf(scene, kind), "Noted. I would take");
  if (current === null && last.length % ASKS_ONE_IN === 0 && scene.said.length === 1)
    return { text: `Gladly. First, what matters to you in a ${kind.replaceAll("-", " ")}?`, choice: null };
  return described(bestOf(scene, kind), "I would take");
}

/** What an answer is made from: what is on offer, what was said, what was offered and set aside, and what is spoken of. */
function sceneOf([system, ...talk]) {
  const offers = offersIn(system?.content ?? "");
  const turns = talk.map(({ role, content }) => ({ role, ...withoutNotes(content) }));
  const said = turns.filter(({ role }) => role === "user");
  const last = said.at(-1)?.words ?? "";
  const { current, refused } = tableAfter(turns, offers);
  return { offers, said, last, current, refused, notes: said.at(-1)?.notes ?? [], kind: kindOf(last, offers, current) };
}

/** The offer that lies on the table after a talk, and those that were refused. */
function tableAfter(turns, offers) {
  let current = null;
  const refused = new Set();
  for (const { role, words } of turns) {
    if (role === "assistant") current = offers.find(({ name }) => words.includes(name)) ?? current;
    else if (current && REFUSES.test(words)) refused.add(current.id);
  }
  return { current, refused };
}

const read = new Map();

/** The offers of a prompt, read once. */
function offersIn(prompt) {
  const known = read.get(prompt);
  if (known) return known;
  const offers = [];
  let kind = null;
  for (const line of prompt.split("\n")) {
    const [, heading] = /^([a-z][\w-]*):$/.exec(line) ?? [];
    const [, id, name, about] = /^([\w-]+): ([^,]+), (.*)$/.exec(line) ?? [];
    if (line === "") kind = null;
    else if (heading) kind = heading;
    else if (kind && id) offers.push({ id, name, kind, about, stems: new Set(stemsOf(`${name} ${about}`)) });
  }
  read.set(prompt, offers);
  return offers;
}

function withoutNotes(content) {
  const [, notes, words] = /^\[From before this conversation you know:\n([\s\S]*?)\]\n\n([\s\S]*)$/.exec(content) ?? [];
  return words === undefined
    ? { words: content, notes: [] }
    : { words, notes: notes.split("\n").map((line) => line.replace(/^- /, "")) };
}

/** The kind of thing the last words are about: whose name and descriptions they share most rare words with. */
function kindOf(last, offers, current) {
  const kinds = [...Map.groupBy(offers, ({ kind }) => kind)];
  const vocabularies = kinds.map(([kind, list]) => [
    kind,
    new Set([...stemsOf(kind.replaceAll("-", " ")), ...list.flatMap(({ stems }) => [...stems])]),
  ]);
  const score = ([kind, vocabulary]) => {
    const rare = (stem) => 1 / vocabularies.filter(([, words]) => words.has(stem)).length;
    const named = stemsOf(kind.replaceAll("-", " ")).filter((stem) => stemsOf(last).includes(stem)).length;
    return stemsOf(last).reduce((sum, stem) => sum + (vocabulary.has(stem) ? rare(stem) : 0), 3 * named);
  };
  const likeliest = highest(vocabularies, score);
  const first = current?.kind ?? kinds[0]?.[0];
  return likeliest && score(likeliest) > 1 ? likeliest[0] : first;
}

/** Of a kind, and not refused, what shares most rare words with the talk; what is known from before weighs less. */
function bestOf({ offers, said, notes, refused }, kind) {
  const all = offers.filter((offer) => offer.kind === kind);
  const left = all.filter(({ id }) => !refused.has(id));
  const talk = said.flatMap(({ words }) => stemsOf(words));
  const known = notes.flatMap(stemsOf);
  const rare = (stem) => 1 / all.filter(({ stems }) => stems.has(stem)).length;
  const shared = (stems, words) => [...new Set(words)].reduce((sum, one) => sum + (stems.has(one) ? rare(one) : 0), 0);
  return highest(left.length > 0 ? left : all, ({ stems }) => shared(stems, talk) + shared(stems, known) / 4);
}

/** The first of the highest. */
const highest = (list, score) =>
  list.reduce((best, one) => (best === undefined || score(one) > score(best) ? one : best), undefined);

function remembered({ last, notes, said }) {
  const wanted = new Set(stemsOf(last));
  const pieces = [...notes, ...said.slice(0, -1).map(({ words }) => words)].flatMap(sentencesOf);
  const overlap = (piece) => stemsOf(piece).filter((stem) => wanted.has(stem)).length;
  const nearest = highest(pieces, overlap);
  return nearest && overlap(nearest) > 0
    ? `You told me this: "${nearest}"`
    : "I don't know that, you have not told me.";
}

/** What is said of an offer that is nearest to a question; else that nothing is. */
function detailOf({ name, about }, question) {
  const wanted = new Set(stemsOf(question));
  const pieces = about.split(/[;.] /).slice(1);
  const nearest = highest(pieces, (piece) => stemsOf(piece).filter((stem) => wanted.has(stem)).length);
  return `About ${name}: ${nearest ?? "there is no more to tell than I said"}.`;
}

function described({ id, name, about }, opening) {
  const [what, ...points] = about.split(/[;.] /);
  return { text: `${opening} ${name}, ${what}. It ${points[0] ?? "is what I have"}.`, choice: id };
}

const naming = ({ id, name }, opening) => ({ text: `${opening} ${name}.`, choice: id });

const written = ({ id, name, about }) => ({ text: `Here it is, ${name}.\n\`\`\`\n${about}\n\`\`\``, choice: id });

const sentencesOf = (text) => text.split(/(?<=[.!?]) /);

const stemsOf = (text) =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
    .filter((word) => word.length > 2 && !COMMON.has(word))
    .map((word) => word.replace(/(?:ings?|ed|es|s|e)$/, ""));
