import type { Trimmings } from "../trimmings.js";

/** What a person who is formal puts around their turns. */
export const FORMAL: Trimmings = {
  request: {
    before: [
      "may I also ask,",
      "one further question:",
      "if I may trouble you once more,",
      "permit me to ask,",
      "a small point remains:",
      "pray tell me,",
      "I should also like to know,",
      "might you tell me,",
      "for the sake of order,",
      "before I forget my manners,",
      "there is one thing more:",
    ],
    behind: [
      "if you would be so good",
      "I like to be prepared",
      "so that I may note it down",
      "my memory is not what it was",
      "one likes to know such things",
      "I should be obliged",
    ],
  },
  aside: {
    before: [
      "I cannot help remarking:",
      "if you will allow an aside,",
      "it is neither here nor there, but",
      "you must forgive an old habit of noticing:",
      "I ought not to digress, yet",
      "a word in passing:",
      "one thing amuses me:",
      "let me add, in parentheses,",
    ],
    behind: [
      "but I digress",
      "such are the times",
      "one must take it as it comes",
      "I say no more",
      "but let us proceed",
      "so it goes",
      "I thought it worth a mention",
      "you will forgive the aside",
      "it did make me smile",
    ],
  },
  doubt: {
    before: [
      "forgive my asking,",
      "I should like to be certain:",
      "with all respect,",
      "one is obliged to ask:",
      "pardon my doubt,",
      "allow me one reservation:",
    ],
    behind: [
      "I have learnt to ask",
      "caution has served me well",
      "you will not take it amiss",
      "I ask in all good faith",
      "it is as well to be sure",
    ],
  },
  bye: {
    before: [
      "very good,",
      "with my thanks,",
      "you have been most helpful,",
      "that answers everything,",
      "I am in your debt,",
      "the clock reminds me,",
      "my soup will be cold,",
      "I hear the post at the door,",
      "my taxi is waiting,",
      "it has been a pleasure,",
      "much obliged,",
      "I have detained you long enough,",
    ],
    behind: [
      "with kind regards",
      "and my compliments",
      "until another day",
      "thank you for your patience",
      "do keep well",
      "and a pleasant evening to you",
    ],
  },
  decline: {
    before: ["if you permit,", "with respect,", "for the present,"],
    behind: ["I trust you will understand", "if it is all the same to you", "for the time being"],
  },
  repeat: {
    before: ["forgive me,", "excuse me,", "alas,"],
    behind: ["my hearing is not at fault", "in simpler terms, perhaps", "I should like to understand"],
  },
  prompt: {
    before: ["very well,", "now then,", "if I may,"],
    behind: ["I am at your disposal", "I am most curious", "whenever you are ready"],
  },
  "no-preference": {
    before: ["in truth,", "to be candid,", "I confess,"],
    behind: ["I am easily pleased", "you will know best", "I defer to you"],
  },
};
