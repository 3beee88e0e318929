import type { ServerResponse } from "node:http";
import type { Message, Model } from "../../../src/core/model.js";
import type { Settings } from "../../../src/schema/settings.js";
import type { Answer, Received } from "../../support/server.js";

/** What a reply is made of, in the words of no provider. */
export interface Reply {
  pieces?: string[];
  call?: { name: string; args: object };
  /** Why it ended; left out where it breaks off without a word. */
  finish?: "stop" | "length" | "refusal";
  /** Tokens; left out where the server does not tell. */
  tokens?: { input: number; output: number };
}

/** How a model is opened. */
export interface Opening {
  settings?: Settings;
  timeout?: number;
  streaming?: boolean;
}

/** How a provider's server speaks, and how the model behind it is opened. */
export interface Protocol {
  provider: string;
  /** The library it needs; null where Dramatis brings it. */
  library: string | null;
  open(url: string, options?: Opening): Promise<Model>;
  /** A text in one piece; null where the provider always streams. */
  whole: ((text: string) => object) | null;
  /** An error as an event of the stream. */
  failing(code: string, message: string): string;
  streaming(reply: Reply): Answer;
  /** Streams the beginning of a reply, then what is given as it stands. */
  streamingThen(reply: Reply, end: (write: (raw: string) => void, close: () => void) => void): Answer;
  contentType: string;
  error(code: string, message: string): string;
  /** One event of the stream around a text, as raw characters. */
  event(text: string): string;
  sent(received: Received): { messages: Message[]; tools: string[]; key: string | undefined; longest: unknown };
}

/** How a body is streamed: whole with what ends it, or its beginning and then what a test does. */
export function streamed(
  contentType: string,
  body: (reply: Reply) => string,
  closing = "",
): Pick<Protocol, "contentType" | "streaming" | "streamingThen"> {
  const opened = (response: ServerResponse) => response.writeHead(200, { "content-type": contentType });
  return {
    contentType,
    streaming: (reply) => (response) => void opened(response).end(`${body(reply)}${closing}`),
    streamingThen: (reply, end) => (response) =>
      void opened(response).write(body(reply), () =>
        end(
          (raw) => response.write(raw),
          () => response.destroy(),
        ),
      ),
  };
}
