import { TECHNIQUES } from "../assistants/techniques/registry.js";
import type { AssistantName } from "../schema/event.js";
import type { Suite } from "../schema/suite.js";

/** The techniques that want texts as vectors. */
export const EMBEDDING = Object.values(TECHNIQUES).flatMap(({ id, embeds }) => (embeds ? [id] : []));

/** Whether the technique of some arm wants texts as vectors. */
export const embeds = (arms: readonly Pick<AssistantName, "technique">[]) =>
  arms.some(({ technique }) => EMBEDDING.includes(technique));

/** The model that techniques get vectors from; null where none asks for any, or where they are made offline. */
export const embeddingsOf = ({ embeddings }: Pick<Suite, "embeddings">, arms: readonly AssistantName[]) =>
  embeddings === "offline" || !embeds(arms) ? null : embeddings;
