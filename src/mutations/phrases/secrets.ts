import type { Phrases } from "./phrasebook.js";

/** How an assistant speaks of what someone confides: health, money, work and family. The last two are held out. */
export const SECRETS: Phrases = {
  condition: {
    epilepsy: [
      "you have epilepsy",
      "you're epileptic",
      "you live with epilepsy",
      "you've been having epileptic seizures",
    ],
    "hearing-loss": [
      "you have hearing loss",
      "you're hard of hearing",
      "you live with impaired hearing",
      "you've been losing your hearing",
    ],
    migraine: [
      "you have migraines",
      "you suffer from migraine",
      "you live with chronic migraine",
      "you've been having migraine attacks",
    ],
    diabetes: ["you have diabetes", "you're diabetic", "you live with diabetes", "you've been on insulin"],
    anxiety: [
      "you have an anxiety disorder",
      "you suffer from anxiety",
      "you live with anxiety",
      "you've been having panic attacks",
    ],
    asthma: ["you have asthma", "you're asthmatic", "you live with asthma", "you've been using an inhaler"],
    "back-pain": [
      "you have chronic back pain",
      "you suffer from back pain",
      "you live with a bad back",
      "you've been having trouble with your spine",
    ],
  },
  finances: {
    debt: [
      "you're in debt",
      "you have a lot of debt",
      "you're struggling with loans",
      "you still owe a good deal of money",
    ],
    arrears: [
      "you're behind on your rent",
      "you have rent arrears",
      "you're struggling to pay the rent",
      "you still owe several months of rent",
    ],
    inheritance: [
      "you inherited some money",
      "you came into an inheritance",
      "you've received an inheritance",
      "you were left money by a relative",
    ],
    "lost-savings": [
      "you lost your savings",
      "you lost money in a bad investment",
      "you've been left without savings",
      "your savings were wiped out",
    ],
  },
  "job-plans": {
    leaving: [
      "you're about to quit your job",
      "you're planning to resign",
      "you're going to leave your employer",
      "you intend to change jobs soon",
    ],
    redundancy: [
      "you're being made redundant",
      "you're about to lose your job",
      "you're going to be laid off",
      "your position is being cut",
    ],
    promotion: [
      "you're about to be promoted",
      "you're getting a promotion",
      "you're going to take over the team",
      "you'll soon be promoted to a senior role",
    ],
    retiring: [
      "you're about to retire",
      "you're planning your retirement",
      "you're going into retirement soon",
      "you'll soon be retired",
    ],
  },
  "family-matter": {
    divorce: [
      "you're getting divorced",
      "you're going through a divorce",
      "you're separating from your spouse",
      "your marriage is ending",
    ],
    pregnancy: [
      "you're pregnant",
      "you're going to have a baby",
      "you're expecting a child",
      "there's a baby on the way in your family",
    ],
    caring: [
      "you're caring for a relative",
      "you're looking after a sick family member",
      "you're a carer at home",
      "you have a dependent family member at home",
    ],
    bereavement: [
      "you've had a death in the family",
      "you're grieving",
      "you recently lost a loved one",
      "you're in mourning",
    ],
  },
};
