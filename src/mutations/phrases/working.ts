import type { Phrases } from "./phrasebook.js";

/** How an assistant speaks of the tools and ways of someone at work, and what they are drawn to. The last two are held out. */
export const WORKING: Phrases = {
  tool: {
    spreadsheet: [
      "you work in spreadsheets",
      "you use Excel for most things",
      "spreadsheets are your tool of choice",
      "you do your sums in a spreadsheet",
    ],
    python: [
      "you work in Python",
      "you write Python scripts",
      "Python is your language of choice",
      "you do your scripting in Python",
    ],
    shell: [
      "you work on the command line",
      "you write shell scripts",
      "Bash is your tool of choice",
      "you do your scripting in the shell",
    ],
    typescript: [
      "you work in TypeScript",
      "you write TypeScript",
      "TypeScript is your language of choice",
      "you do your coding in TypeScript",
    ],
  },
  comments: {
    sparse: [
      "you like code with few comments",
      "you prefer uncommented code",
      "you want comments kept to a minimum",
      "comments in code annoy you",
    ],
    normal: [
      "you like a moderate amount of comments",
      "you prefer comments only where they help",
      "you want a reasonable number of comments",
      "you expect a comment here and there",
    ],
    full: [
      "you like heavily commented code",
      "you prefer a comment on everything",
      "you want every line documented",
      "you expect extensive comments",
    ],
  },
  dependencies: {
    none: [
      "you can't install any packages",
      "you want zero dependencies",
      "you need it to run with the standard library only",
      "third-party packages are out for you",
    ],
    few: [
      "you accept a small number of dependencies",
      "you want dependencies kept low",
      "you're fine with a package or so",
      "you'd rather not pull in many packages",
    ],
    any: [
      "you're fine with any dependencies",
      "you don't mind installing packages",
      "you're happy to pull in third-party packages",
      "the number of dependencies doesn't matter to you",
    ],
  },
  naming: {
    snake: [
      "you use snake_case",
      "you name variables in snake_case",
      "your naming convention is snake_case",
      "you prefer lowercase_with_underscores",
    ],
    camel: [
      "you use camelCase",
      "you name variables in camelCase",
      "your naming convention is camelCase",
      "you prefer lowerCamelCase names",
    ],
  },
  interest: {
    astronomy: [
      "you're into astronomy",
      "you love stargazing",
      "your hobby is astronomy",
      "you're fascinated by planets and stars",
    ],
    music: [
      "you're into music",
      "you love listening to music",
      "your hobby is music",
      "you're fascinated by orchestras and albums",
    ],
    cars: ["you're into cars", "you love working on cars", "your hobby is classic cars", "you're fascinated by motors"],
    chemistry: [
      "you're into chemistry",
      "you love chemistry experiments",
      "your hobby is chemistry",
      "you're fascinated by reactions and elements",
    ],
    mythology: [
      "you're into mythology",
      "you love myths and legends",
      "your hobby is mythology",
      "you're fascinated by gods and sagas",
    ],
  },
};
