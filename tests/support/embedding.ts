import type { Answer } from "./server.js";

/** A vector that counts some letters. */
export const lettersOf = (text: string): number[] =>
  [..."etaoin"].map((letter) => text.toLowerCase().split(letter).length - 1 + 0.5);

/** Answers a request for vectors as OpenAI does, in numbers or packed; with what it read, unless it does not tell. */
export function embedding({ packed = false, told = true } = {}): Answer {
  return (response, { body }) => {
    const texts: string[] = [body.input].flat();
    const data = texts.map((text, index) => {
      const vector = lettersOf(text);
      const base64 = Buffer.from(Float32Array.from(vector).buffer).toString("base64");
      return { object: "embedding", index, embedding: packed ? base64 : vector };
    });
    const read = texts.join(" ").split(" ").length;
    const usage = told ? { usage: { prompt_tokens: read, total_tokens: read } } : {};
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ object: "list", model: body.model, data, ...usage }));
  };
}

/** Answers as Ollama does. */
export const ollamaEmbedding: Answer = (response, { body }) => {
  const embeddings = [body.input].flat().map(lettersOf);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ model: body.model, embeddings, prompt_eval_count: 9 }));
};
