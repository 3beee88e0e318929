import { END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { Next, Play } from "../core/play.js";

const State = new StateSchema({ next: z.enum(["user", "assistant", "end"]) });

/**
 * Plays one trial as a LangGraph graph of two nodes. The director is the routing between them: a node
 * of its own would cost a superstep per turn. There is no checkpointer, for the journal is the record.
 */
export async function playTrial(play: Play, steps: number, signal: AbortSignal): Promise<void> {
  await trialGraph(play, signal).invoke({ next: "user" }, { recursionLimit: steps, signal });
}

function trialGraph(play: Play, signal: AbortSignal) {
  return new StateGraph(State)
    .addNode("user", async () => ({ next: await play.userMove() }))
    .addNode("assistant", async () => ({ next: await play.assistantMove(signal) }))
    .addEdge(START, "user")
    .addConditionalEdges("user", route, ["user", "assistant", END])
    .addConditionalEdges("assistant", route, ["user", END])
    .compile();
}

function route({ next }: { next: Next }) {
  return next === "end" ? END : next;
}
