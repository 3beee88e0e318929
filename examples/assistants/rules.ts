// An assistant without a model, for `dramatis run examples/assistants/rules.suite.yaml --allow-code`. It remembers what a
// person said and left behind, and takes the option that shares most words with that: it reads words, not meaning.
// Node takes the types out by itself: there is nothing to build.

interface Option {
  id: string;
  name: string;
  pitch: string;
  points: string[];
  details: string[];
}

interface Request {
  user_id: string;
  session_id: string;
  now: string;
  messages: { role: "user" | "assistant"; content: string }[];
  options: Option[];
  materials?: { documents: { text: string }[] };
}

interface Reply {
  text: string;
  choice?: string;
  tool_calls?: { name: string; args: object; result?: string }[];
}

/** Called once for each trial, so what stands inside belongs to one person. */
export default function rules() {
  const known: string[] = [];
  const said: string[] = [];
  let before: string[] = [];
  let offered: Option | undefined;

  /** The first line that was not said yet. */
  const fresh = (...lines: string[]) => lines.find((line) => !said.includes(line)) ?? (lines.at(-1) as string);

  function answer({ messages, options, materials }: Request): Reply {
    const spoken = messages.filter(({ role }) => role === "user").map(({ content }) => content);
    known.push(...(materials?.documents.map(({ text }) => text) ?? []));
    before = spoken;
    const last = spoken.at(-1) ?? "";
    const evidence = wordsOf([...known, ...spoken].join(" "));
    const current = options.find(({ id }) => id === offered?.id);
    if (current && last.includes("?") && !/which/i.test(last)) {
      const lines = [...current.details, ...current.points.map((point) => `It ${point}.`)];
      return { text: fresh(...byShared(lines, wordsOf(last), (line) => line)), choice: current.id };
    }
    const [best] = byShared(options, evidence, (option) => JSON.stringify(option));
    if (!best) {
      const [line] = byShared(known, wordsOf(last), (sentence) => sentence);
      const tool_calls = [{ name: "recall", args: { about: last }, result: line ?? "nothing" }];
      return {
        text: line ? `What I have from you: ${line}` : fresh("I see.", "Noted.", "I have nothing on that."),
        tool_calls,
      };
    }
    offered = best;
    const more = best.points.map((point) => `${best.name} ${point}.`);
    return {
      text: fresh(`I would take ${best.name}, ${best.pitch}.`, ...more, `Still ${best.name}.`),
      choice: best.id,
    };
  }

  return {
    reply(request: Request): Reply {
      const reply = answer(request);
      said.push(reply.text);
      return reply;
    },
    /** What was said in a session is kept for the next one. */
    endSession() {
      known.push(...before);
    },
  };
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g));

/** A list, what shares most words with some others first. */
function byShared<T>(list: readonly T[], words: ReadonlySet<string>, textOf: (one: T) => string): T[] {
  const shared = (one: T) => [...wordsOf(textOf(one))].filter((word) => words.has(word)).length;
  return [...list].sort((one, other) => shared(other) - shared(one));
}
