import type { Phrases } from "./phrasebook.js";

/** How an assistant speaks of what someone eats and takes, or must not: a clause about `you`, by slot and value. The last two are held out. */
export const EATING: Phrases = {
  diet: {
    omnivore: [
      "you eat meat and fish alike",
      "you have no dietary restrictions",
      "you're a meat eater",
      "nothing is off the menu for you",
    ],
    pescatarian: [
      "you're pescatarian",
      "you eat fish, just not meat",
      "you skip meat but enjoy seafood",
      "fish is fine for you and meat isn't",
    ],
    vegetarian: [
      "you're vegetarian",
      "you follow a vegetarian diet",
      "you stay away from meat and fish",
      "meat is out of the question for you",
    ],
    vegan: [
      "you're vegan",
      "you follow a plant-based diet",
      "you avoid all animal products, dairy included",
      "eggs and dairy are out of the question for you",
    ],
    halal: [
      "you eat halal",
      "you follow halal rules",
      "you only eat meat that is halal",
      "pork is out of the question for you",
    ],
  },
  contains: {
    nuts: [
      "you're allergic to nuts",
      "you have a nut allergy",
      "you have to avoid almonds, hazelnuts and the like",
      "nuts are unsafe for you",
    ],
    gluten: [
      "you're gluten-intolerant",
      "you have coeliac disease",
      "you have to avoid wheat, barley and rye",
      "gluten is unsafe for you",
    ],
    lactose: [
      "you're lactose-intolerant",
      "you don't tolerate lactose",
      "you have to avoid dairy",
      "milk upsets your stomach",
    ],
    shellfish: [
      "you're allergic to shellfish",
      "you have a shellfish allergy",
      "you have to avoid crab, shrimp and lobster",
      "shellfish is unsafe for you",
    ],
    alcohol: ["you avoid alcohol", "you don't drink alcohol", "you're teetotal", "you stay off alcohol altogether"],
  },
  ingredient: {
    ibuprofen: [
      "you can't take ibuprofen",
      "you need to avoid ibuprofen",
      "ibuprofen is off limits for you",
      "you react badly to ibuprofen",
    ],
    aspirin: [
      "you can't take aspirin",
      "you need to avoid aspirin",
      "aspirin is off limits for you",
      "you react badly to aspirin",
    ],
    antihistamine: [
      "you can't take antihistamines",
      "you need to avoid antihistamines",
      "antihistamines are off limits for you",
      "you react badly to antihistamines",
    ],
    decongestant: [
      "you can't take decongestants",
      "you need to avoid decongestants",
      "decongestants are off limits for you",
      "you react badly to decongestants",
    ],
  },
  cuisine: {
    italian: [
      "you love Italian food",
      "you're fond of pasta",
      "Italian cooking is your favourite",
      "you can't resist a good risotto or pizza",
    ],
    portuguese: [
      "you love Portuguese food",
      "you're fond of bacalhau",
      "Portuguese cooking is your favourite",
      "you can't resist grilled sardines",
    ],
    japanese: [
      "you love Japanese food",
      "you're fond of sushi",
      "Japanese cooking is your favourite",
      "you can't resist a bowl of ramen",
    ],
    indian: [
      "you love Indian food",
      "you're fond of curries",
      "Indian cooking is your favourite",
      "you can't resist a good masala",
    ],
    "middle-eastern": [
      "you love Middle Eastern food",
      "you're fond of hummus and falafel",
      "Levantine cooking is your favourite",
      "you can't resist a plate of meze",
    ],
  },
};
