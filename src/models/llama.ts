/** What of the library node-llama-cpp is called. */
export interface LlamaLibrary {
  getLlama(options: object): Promise<Llama>;
  LlamaChat: new (options: { contextSequence: Sequence }) => LlamaChat;
}

export interface Llama {
  loadModel(options: { modelPath: string; gpuLayers?: number }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: object): Promise<Grammar>;
}

export interface LlamaModel {
  createContext(options: object): Promise<LlamaContext>;
  createEmbeddingContext(options: object): Promise<EmbeddingContext>;
  tokenizer: unknown;
}

/** Where vectors of texts are made, one after the other. */
export interface EmbeddingContext {
  calculateInputLength(text: string): number;
  getEmbeddingFor(text: string): Promise<{ vector: readonly number[] }>;
}

export interface LlamaContext {
  contextSize: number;
  getSequence(): Sequence;
}

/** A place in the context where one talk is evaluated; what it shares with the next is not evaluated again. */
export interface Sequence {
  tokenMeter: { getState(): { usedInputTokens: number; usedOutputTokens: number } };
}

/** Opaque: a grammar that an answer is held to. */
export type Grammar = { readonly grammar: string };

export type HistoryItem =
  | { type: "system"; text: string }
  | { type: "user"; text: string }
  | { type: "model"; response: string[] };

export interface LlamaChat {
  chatWrapper: {
    generateContextState(options: { chatHistory: HistoryItem[] }): {
      contextText: { tokenize(tokenizer: unknown): unknown[] };
    };
  };
  generateResponse(history: HistoryItem[], options: object): Promise<LlamaAnswer>;
}

export interface LlamaAnswer {
  response: string;
  metadata: { stopReason: string };
}
