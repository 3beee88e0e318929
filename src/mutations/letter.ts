const FENCED = /^(```[^\n]*\n)([\s\S]*?)(\n```)/m;

/** Lines of a list, a table, a heading or little pictures: no sentence can be added to them. */
const LISTED = /^\s*([-*|#>]|\d+[.)]|\p{Extended_Pictographic})/mu;

/** Words below which a paragraph is a greeting or a farewell. */
const SHORT = 12;

/** A reply with a sentence added to the text it delivers, before its end; null where it delivers none. */
export function withSentence(reply: string, sentence: string): string | null {
  const found = FENCED.exec(reply);
  if (!found) return null;
  const [, open = "", body = "", close = ""] = found;
  return reply.replace(FENCED, () => `${open}${added(body, sentence)}${close}`);
}

function added(body: string, sentence: string): string {
  const paragraphs = body.split(/\n\s*\n/);
  if (paragraphs.length === 1) return amidSentences(body, sentence);
  const place = paragraphs.length - 2;
  const host = paragraphs[place] as string;
  const words = host.split(/\s+/).length;
  return LISTED.test(host) || words < SHORT
    ? paragraphs.toSpliced(place + 1, 0, sentence).join("\n\n")
    : paragraphs.with(place, `${host} ${sentence}`).join("\n\n");
}

function amidSentences(body: string, sentence: string): string {
  if (body.includes("\n")) return body.split("\n").toSpliced(-1, 0, sentence).join("\n");
  const sentences = body.split(/(?<=[.!?])\s+/);
  return sentences.toSpliced(Math.max(1, sentences.length - 1), 0, sentence).join(" ");
}
