import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import { UsageError } from "../core/errors.js";
import type { Local } from "../schema/config.js";
import type { Grammar, Llama, LlamaChat, LlamaLibrary, LlamaModel, Sequence } from "./llama.js";
import { optional } from "./optional.js";

/** A model that is loaded: shared by all trials, which take turns on its sequences. */
export interface Engine {
  contextSize: number;
  model: LlamaModel;
  /** Does some work with a sequence of its own, as soon as one is free. */
  with<T>(work: (lane: Lane) => Promise<T>): Promise<T>;
  grammarFor(schema: object): Promise<Grammar>;
}

/** A sequence and what talks on it. */
export interface Lane {
  chat: LlamaChat;
  sequence: Sequence;
}

export const LIBRARY = "node-llama-cpp";

/** Loads a GGUF file to talk with it. Throws UsageError (exit code 3) where the library or the file cannot be had. */
export function startEngine(file: string, local: Local, folder: string): Promise<Engine> {
  return loadFile(file, local, folder, (loaded) => engineOf(loaded, local));
}

/** A file that is loaded, and what loaded it. */
interface LoadedFile {
  library: LlamaLibrary;
  llama: Llama;
  model: LlamaModel;
}

/**
 * Loads a GGUF file and makes something of it. Throws UsageError (exit code 3) where the library or the file cannot be
 * had. Never builds the library and never downloads for it.
 */
export async function loadFile<Made>(
  file: string,
  local: Local,
  folder: string,
  make: (loaded: LoadedFile) => Promise<Made>,
): Promise<Made> {
  const library = await optional<LlamaLibrary>(LIBRARY, folder);
  try {
    const llama = await library.getLlama({
      ...{ gpu: local.gpu ? "auto" : false, build: "never", skipDownload: true, logLevel: "error" },
      // Threads of llama.cpp wait for each other by spinning: with as many as processors, anything else that runs
      // makes it crawl (measured on two busy processors: 131 tokens in 3.8 s with one thread, 23.5 s with two).
      maxThreads: local.threads ?? Math.max(1, Math.floor(availableParallelism() / 2)),
    });
    const model = await llama.loadModel({ modelPath: file, ...(local.gpu ? {} : { gpuLayers: 0 }) });
    return await make({ library, llama, model });
  } catch (error) {
    throw new UsageError(`${file} cannot be loaded: ${(error as Error).message}`, null, 3);
  }
}

async function engineOf({ library, llama, model }: LoadedFile, local: Local): Promise<Engine> {
  const context = await model.createContext({ contextSize: { max: local.context }, sequences: local.sequences });
  const lanes = Array.from({ length: local.sequences }, (): Lane => {
    const sequence = context.getSequence();
    return { chat: new library.LlamaChat({ contextSequence: sequence }), sequence };
  });
  const turns = pLimit(lanes.length);
  const grammars = new Map<string, Promise<Grammar>>();
  return {
    ...{ contextSize: context.contextSize, model },
    with: (work) =>
      turns(async () => {
        const lane = lanes.pop() as Lane;
        try {
          return await work(lane);
        } finally {
          lanes.push(lane);
        }
      }),
    grammarFor(schema) {
      const key = JSON.stringify(schema);
      const grammar = grammars.get(key) ?? llama.createGrammarForJsonSchema(schema);
      grammars.set(key, grammar);
      return grammar;
    },
  };
}
