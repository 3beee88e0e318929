import { activeFacts, type Moment } from "../core/life.js";
import type { Question } from "../core/model.js";
import type { Company } from "../core/trial.js";
import type { Turn } from "../schema/event.js";
import type { Session } from "../schema/scenario.js";
import type { Suite } from "../schema/suite.js";
import { agendaUser } from "../users/agenda/user.js";
import { spokenByTemplate } from "../users/agenda/wording.js";
import { asideOf, briefOf } from "../users/hybrid/brief.js";
import { briefingOf, ENDING } from "../users/llm/briefing.js";
import { userPrompt } from "./online.js";
import type { Foreseen } from "./rehearsal.js";

type MakeUser = Company["makeUser"];
type Role = Parameters<MakeUser>[0];
/** Notes a question that the person's model would have been sent, and what the rules said in its place. */
type Ask = (question: Question, answer: string) => void;

/** People who are played by rules, each call noted that their model would have got, with the prompt of such a person. */
export function rehearsingUser(
  kind: Exclude<Suite["user"], "agenda">,
  model: string,
  note: (call: Foreseen) => void,
): MakeUser {
  const make = kind === "hybrid" ? rehearsingHybrid : rehearsingLlm;
  const prompt = userPrompt(kind);
  return (role) =>
    make(role, prompt, (question, answer) => note({ trial: role.trial, caller: "user", model, question, answer }));
}

function rehearsingHybrid(role: Role, prompt: string, ask: Ask): ReturnType<MakeUser> {
  const player = agendaUser(role, async (planned, turns) => {
    ask(briefOf(prompt, role.cast, planned, turns, null), planned.template);
    return spokenByTemplate(planned.template);
  });
  return {
    ...player,
    async aside(question, turns) {
      return answered(turns, (answer) => ask(asideOf(prompt, role.cast, turns, question), answer));
    },
  };
}

function rehearsingLlm(role: Role, prompt: string, ask: Ask): ReturnType<MakeUser> {
  const player = agendaUser(role);
  let session: Session;
  let moment: Moment;
  const briefing = (turns: readonly Turn[]) => {
    const facts = activeFacts(role.life, moment).filter(
      ({ disclose, strength }) => disclose !== "private" && strength > 0,
    );
    return briefingOf(prompt, role.cast, facts, session, moment, turns);
  };
  return {
    ...player,
    open(next, now) {
      session = next;
      moment = now;
      player.open(next, now);
    },
    async speak(cue, turns) {
      const spoken = await player.speak(cue, turns);
      if (cue.purpose === "goal" && spoken) ask({ messages: briefing(turns), tools: ENDING }, spoken.text);
      return spoken;
    },
    async aside(question, turns) {
      const messages = [...briefing(turns), { role: "user" as const, content: question }];
      return answered(turns, (answer) => ask({ messages, tools: [] }, answer));
    },
  };
}

/** An answer off the record is taken to be as long as what the person said last. */
function answered(turns: readonly Turn[], ask: (answer: string) => void): string {
  const answer = turns.findLast(({ speaker }) => speaker === "user")?.text ?? "";
  ask(answer);
  return answer;
}
