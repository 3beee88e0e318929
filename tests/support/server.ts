import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request as the server of a test got it. */
export interface Received {
  path: string;
  headers: IncomingMessage["headers"];
  // biome-ignore lint/suspicious/noExplicitAny: the body of a request is what its sender makes it
  body: any;
}

/** Answers one request: the first answer the first, and so on; the last one all that follow. */
export type Answer = (response: ServerResponse, received: Received) => void;

/** A server on this machine for the time of one test. */
export async function serving(...answers: Answer[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await json(request).catch(() => null);
    // Who asks may hang up before the whole of a request is read: it was not seen then.
    if (body === null) return;
    const one = { path: request.url ?? "", headers: request.headers, body };
    received.push(one);
    const answer = answers[Math.min(received.length, answers.length) - 1];
    answer?.(response, one);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** The address of a port on which nobody listens. */
export async function nowhere(): Promise<string> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}

/** Never answers. */
export const silent: Answer = () => {};

/** Answers with a status and a body of some type. */
export const plainly =
  (status: number, body: string, type = "application/json"): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": type }).end(body);

export const HTML = "<!doctype html><html><body>Bad Gateway</body></html>";
