import type { Model } from "../core/model.js";
import type { Local } from "../schema/config.js";
import { embeddingModel } from "./embeddingModel.js";
import { loadFile } from "./localEngine.js";

/** Embeddings of a GGUF file, in this process, text by text. Throws UsageError (exit code 3) where it cannot be loaded. */
export async function localEmbeddings(
  name: string,
  file: string,
  { local, folder, timeout }: { local: Local; folder: string; timeout: number },
): Promise<Model> {
  const context = await loadFile(file, local, folder, ({ model }) =>
    model.createEmbeddingContext({ contextSize: { max: local.context } }),
  );
  return embeddingModel({
    ...{ name: `local:${name}`, timeout },
    client: (signal, told) => ({
      async embedDocuments(texts) {
        const vectors: number[][] = [];
        for (const text of texts) {
          signal.throwIfAborted();
          told(context.calculateInputLength(text));
          vectors.push([...(await context.getEmbeddingFor(text)).vector]);
        }
        return vectors;
      },
    }),
  });
}
