import type { Phrases } from "./phrasebook.js";

/** How an assistant speaks of what someone wants of a thing to be chosen: a clause about `you`, by slot and value. The last two are held out. */
export const CHOOSING: Phrases = {
  budget: {
    low: [
      "you're on a tight budget",
      "you need to keep costs down",
      "you don't have much money to spend",
      "your funds are limited",
    ],
    medium: [
      "you have a moderate budget",
      "you're comfortable with mid-range prices",
      "your budget is somewhere in the middle",
      "you prefer something reasonably priced",
    ],
    high: [
      "you have a generous budget",
      "you're happy to splurge",
      "price isn't an issue for you",
      "your budget leaves room for premium options",
    ],
  },
  risk: {
    cautious: [
      "you're risk-averse",
      "you prefer to play it safe",
      "you want to avoid surprises with your money or your plans",
      "your appetite for risk is low",
    ],
    balanced: [
      "you have a moderate risk tolerance",
      "you accept a measured amount of risk",
      "you're somewhere between careful and daring",
      "your appetite for risk is middling",
    ],
    bold: [
      "you have a high risk tolerance",
      "you're comfortable taking big risks",
      "you don't mind volatility",
      "your appetite for risk is considerable",
    ],
  },
  schedule: {
    early: [
      "you're only available early in the morning",
      "mornings work best for you",
      "you prefer a start before breakfast",
      "your free slot is first thing in the day",
    ],
    daytime: [
      "you're available during the day",
      "you prefer daytime appointments",
      "you have time around midday on weekdays",
      "your free hours are in the middle of the day",
    ],
    evening: [
      "you're only available in the evening",
      "evenings work best for you",
      "you can only make it after work",
      "your free time starts once the working day is over",
    ],
    weekend: [
      "you can only do weekends",
      "weekends work best for you",
      "you have no time from Monday to Friday",
      "your weekdays are taken",
    ],
  },
  pace: {
    slow: [
      "you prefer a slow pace",
      "you don't want to feel rushed",
      "you want things unhurried",
      "you'd rather go gently",
    ],
    steady: [
      "you prefer a steady pace",
      "you like to move along evenly",
      "you want a consistent, moderate tempo",
      "you'd rather go at an even clip",
    ],
    fast: [
      "you prefer a fast pace",
      "you want to move quickly",
      "you want this over and done with quickly",
      "you'd rather have it intensive and short",
    ],
  },
  mobility: {
    "step-free": [
      "you need step-free access",
      "you use a wheelchair",
      "you need ramps or a lift wherever you go",
      "stairs are impossible for you",
    ],
    walking: [
      "you prefer to walk everywhere",
      "you get around on foot",
      "you'd rather walk than ride",
      "walking is your usual way of getting anywhere",
    ],
    transit: [
      "you rely on public transport",
      "you get around by bus and tram",
      "you travel by public transit",
      "you don't own a car and take the bus",
    ],
    car: [
      "you usually come by car",
      "you have your own car",
      "you'll be driving yourself",
      "you need a parking space nearby",
    ],
  },
  channel: {
    "in-person": [
      "you prefer to deal with people face to face",
      "you like to handle things in person",
      "you'd rather meet someone at a desk",
      "you want an in-person conversation",
    ],
    phone: [
      "you prefer a phone call",
      "you like to handle things over the phone",
      "you'd rather pick up the phone",
      "you want somebody to call",
    ],
    email: [
      "you prefer email",
      "you like to handle things by email",
      "you'd rather get a message in your inbox",
      "you want correspondence by mail that you can file",
    ],
    app: [
      "you prefer to use an app",
      "you like to handle things in an app",
      "you'd rather do it on your phone screen than talk to anyone",
      "you want it all in the app",
    ],
  },
  company: {
    alone: [
      "you'll be on your own",
      "you're coming solo",
      "you prefer to do this without company",
      "nobody else is joining you",
    ],
    pair: [
      "you'll be there as a couple",
      "you're coming with your partner",
      "you need it for two people",
      "your partner is joining you",
    ],
    family: [
      "you'll have your family with you",
      "you're bringing the children",
      "you need something that works for the whole family",
      "your kids are coming too",
    ],
    group: [
      "you'll be there with a big group of friends",
      "you're coming as a large party",
      "you need it for a crowd",
      "all your friends are joining you",
    ],
  },
  noise: {
    quiet: [
      "you prefer quiet places",
      "you're sensitive to noise",
      "you want a peaceful setting",
      "loud rooms are not for you",
    ],
    lively: [
      "you prefer lively places",
      "you love a buzzing atmosphere",
      "you want plenty going on around you",
      "quiet rooms bore you",
    ],
  },
  cause: {
    environment: [
      "you care about the environment",
      "sustainability matters to you",
      "you want to keep your footprint small",
      "ecology is important to you",
    ],
    local: [
      "you like to support local businesses",
      "buying local matters to you",
      "you want your money to stay in the neighbourhood",
      "small local shops are important to you",
    ],
    labour: [
      "you care about workers' rights",
      "fair wages matter to you",
      "you want decent working conditions behind what you buy",
      "labour standards are important to you",
    ],
  },
  horizon: {
    short: [
      "you'll need the money within a year",
      "you have a short time horizon",
      "you want access to your savings soon",
      "your money can't be locked away for long",
    ],
    medium: [
      "you're saving for about five years",
      "you have a medium-term horizon",
      "you'll want your savings back in a few years",
      "your goal is several years away",
    ],
    long: [
      "you're investing for the long term",
      "you have a long time horizon",
      "you won't need the money for decades",
      "your goal is retirement",
    ],
  },
};
