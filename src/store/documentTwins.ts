import type { Persona } from "../schema/persona.js";
import type { Problem } from "./problem.js";
import type { YamlFile } from "./yamlFile.js";

/** Documents of a person that share an id, fragments included: a technique could not tell them apart. */
export function documentTwins({ documents }: Persona, file: YamlFile): Problem[] {
  const ids = documents.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [file.problem(["documents", index, "id"], `two documents have the id '${id}'`, "ids are unique in a persona")],
  );
}
