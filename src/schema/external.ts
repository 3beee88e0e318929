import { addressFault } from "./address.js";

/** Techniques that are no file of Dramatis: what they are stands in `model`. */
export const EXTERNAL: readonly string[] = ["http", "module", "langgraph"];

/** Where code of the project stands: a file, and what it exports. */
export interface CodePlace {
  /** Below the folder of the project, without `./` before it. */
  file: string;
  name: string;
}

/** Whether an arm runs code of the project. */
export const isCode = ({ technique, model = "" }: { technique: string; model?: string | undefined }) =>
  technique === "module" || (technique === "langgraph" && !isAddress(model));

/** Whether a graph is behind an address. */
const isAddress = (model: string) => /^https?:/.test(model);

/** Where a graph is served: the address of the server, and what the graph is called there. */
export function servedGraph(model: string): { address: string; graph: string } {
  const at = model.lastIndexOf("#");
  return { address: model.slice(0, at).replace(/\/+$/, ""), graph: model.slice(at + 1) };
}

/** The place that the model of such an arm names: `./file.ts`, for a graph `./file.ts#export`, by itself `graph`. */
export function codePlace({ technique, model }: { technique: string; model: string }): CodePlace {
  const [file = "", name = ""] = model.split("#");
  return { file: file.replace(/^\.\//, ""), name: technique === "module" ? "default" : name || "graph" };
}

/** What is wrong with the model of an external assistant; null where it is fine. */
export function externalFault(technique: string, model: string): string | null {
  if (technique === "http") return addressFault(model);
  if (technique === "module" && !FILE.test(model))
    return "the technique module needs its file as model, below the project's folder, such as ./assistants/mine.ts";
  if (technique === "langgraph") return isAddress(model) ? servedFault(model) : graphFault(model);
  return null;
}

function graphFault(model: string): string | null {
  return GRAPH.test(model)
    ? null
    : "the technique langgraph needs a file and what it exports as model, such as ./assistants/agent.ts#graph, or a server and its graph, such as http://127.0.0.1:2024#agent";
}

function servedFault(model: string): string | null {
  const fault = addressFault(model);
  if (fault !== null || /#[\w.-]+$/.test(model)) return fault;
  return "a graph on a server needs its name behind the address, such as http://127.0.0.1:2024#agent";
}

// No step leads up, so that a path stays below the folder it starts in; links are looked at where files are.
const PATH = String.raw`(?:\./)?(?!\.\.?/)[\w@. -]+(?:/(?!\.\.?/)[\w@. -]+)*\.m?[jt]s`;
const FILE = new RegExp(`^${PATH}$`);
const GRAPH = new RegExp(`^${PATH}(?:#[A-Za-z_$][\\w$]*)?$`);
