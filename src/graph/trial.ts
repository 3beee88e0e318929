import { END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { Play } from "../core/play.js";

const State = new StateSchema({ next: z.enum(["assistant", "end"]) });

/**
 * Plays one trial as a LangGraph graph of two nodes. The director is the routing between them: a node
 * of its own would cost a superstep per turn. There is no checkpointer, for the journal is the record.
 */
export async function playTrial(play: Play, steps: number, signal: AbortSignal): Promise<void> {
  await trialGraph(play, signal).invoke({ next: "assistant" }, { recursionLimit: steps, signal });
}

function trialGraph(play: Play, signal: AbortSignal) {
  return new StateGraph(State)
    .addNode("user", async () => ({ next: await play.userMove() }))
    .addNode("assistant", async () => {
      await play.assistantMove(signal);
      return {};
    })
    .addEdge(START, "user")
    .addConditionalEdges("user", ({ next }) => (next === "end" ? END : next), ["assistant", END])
    .addEdge("assistant", "user")
    .compile();
}
