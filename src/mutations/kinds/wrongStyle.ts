import { framed } from "../framing.js";
import { mutation, type Planted, type Wording, wordingsOf } from "../mutation.js";
import { isPrivate, isTask, knownOf, letStand, type Scene } from "../scene.js";
import { isLetter, offeringAnother, served } from "./choosing.js";

const KIND = "wrong-style";

/** Slots of the style of a text. */
const STYLE = ["register", "tone", "length", "format"];

/** `{stiff}`, `{slangy}` and `{letter}` are empty words: they say where a wording is the wrong one. */
export const wrongStyle = mutation(
  KIND,
  "speaks stiffly to who likes it casual, or the other way round; or delivers a text in a style the person is known not to want",
  wordingsOf(
    KIND,
    [
      "I beg to inform you of the following. {reply} I remain, respectfully, at your disposal.{stiff}",
      "With reference to your esteemed enquiry, kindly note the following. {reply}{stiff}",
      "{reply} Should you require any further assistance, please do not hesitate to contact the undersigned.{stiff}",
      "yo, gotcha! {reply} lmk if that's cool 😎{slangy}",
      "Hey hey! OK so, {reply} Super easy, right?? 🎉{slangy}",
      "{reply} no worries if not tho lol{slangy}",
      "Here is the text, {item}:{letter}",
      "I've drafted {item}, {pitch}:{letter}",
      "Please find below {item}.{letter}",
    ],
    [
      "Permit me to submit, for your kind consideration, the following. {reply}{stiff}",
      "Your request has been duly received. {reply} Yours faithfully{stiff}",
      "{reply} I trust that the foregoing meets with your approval.{stiff}",
      "heyy 👋 {reply} catch ya later!{slangy}",
      "lol good one. {reply} Gonna be awesome, promise 😂{slangy}",
      "Sup! {reply} Hit me up if u need more{slangy}",
      "This should do the job. It's {item}, {pitch}.{letter}",
      "Here you go, ready to send ({item}):{letter}",
      "I wrote this for you, {pitch}:{letter}",
    ],
  ),
  (scene, wording) => (wording.text.endsWith("{letter}") ? letterInIt(scene, wording) : talkInIt(scene, wording)),
);

function letterInIt(scene: Scene, wording: Wording): Planted | null {
  if (!isTask(scene) || !isLetter(scene) || !letStand(scene)) return null;
  const { probe, draws } = scene;
  const facts = knownOf(scene, probe.required).filter((fact) => STYLE.includes(fact.slot) && served(scene, fact));
  if (facts.length === 0) return null;
  const fact = draws.pick("fact", facts);
  const planted = offeringAnother(scene, wording, (out) => out.admissible === true && !out.serves(fact), {
    letter: "",
  });
  return planted && { ...planted, fact: fact.id };
}

function talkInIt(scene: Scene, { text }: Wording): Planted | null {
  if (!isPrivate(scene) || scene.reply.text.includes("```")) return null;
  const fact = scene.known.find(({ slot }) => slot === "register");
  const wanted = fact?.condition.is;
  const values = { ...(wanted === "casual" ? { stiff: "" } : {}), ...(wanted === "formal" ? { slangy: "" } : {}) };
  const changed = framed(text, values, scene.reply.text);
  return fact && changed !== null ? { reply: { text: changed }, fact: fact.id } : null;
}
