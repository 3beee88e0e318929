import { Command, END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { Play } from "../core/play.js";

const State = new StateSchema({ moves: z.number() });

/**
 * Plays one trial as a LangGraph graph of two nodes. The director is in where the user's node goes next: a node or a
 * conditional edge of its own would cost a quarter more of LangGraph's time in every exchange. There is no checkpointer,
 * for the journal is the record.
 */
export async function playTrial(play: Play, steps: number, signal: AbortSignal): Promise<void> {
  await trialGraph(play, signal).invoke({ moves: 0 }, { recursionLimit: steps, signal });
}

function trialGraph(play: Play, signal: AbortSignal) {
  return new StateGraph(State)
    .addNode("user", async () => new Command({ goto: (await play.userMove()) === "end" ? END : "assistant" }), {
      ends: ["assistant", END],
    })
    .addNode("assistant", async () => {
      await play.assistantMove(signal);
      return {};
    })
    .addEdge(START, "user")
    .addEdge("assistant", "user")
    .compile();
}
