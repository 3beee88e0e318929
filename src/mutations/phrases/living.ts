import type { Phrases } from "./phrasebook.js";

/** How an assistant speaks of the rest of someone's life. The last two are held out. */
export const LIVING: Phrases = {
  pet: {
    dog: ["you have a dog", "you're a dog owner", "you've got a dog at home", "there's a dog in your household"],
    cat: ["you have a cat", "you're a cat owner", "you've got a cat at home", "there's a cat in your household"],
    rabbit: [
      "you have a rabbit",
      "you're a rabbit owner",
      "you've got a bunny at home",
      "there's a rabbit in your household",
    ],
    parrot: [
      "you have a parrot",
      "you're a parrot owner",
      "you've got a parrot at home",
      "there's a parrot in your household",
    ],
    tortoise: [
      "you have a tortoise",
      "you're a tortoise owner",
      "you've got a tortoise at home",
      "there's a tortoise in your household",
    ],
  },
  sport: {
    running: ["you're a runner", "you go running", "you run regularly", "you enjoy jogging"],
    swimming: ["you're a swimmer", "you go swimming", "you swim regularly", "you enjoy your time in the pool"],
    cycling: [
      "you're a keen cyclist",
      "you go cycling",
      "you ride your road bike regularly",
      "you enjoy long bike rides",
    ],
    climbing: ["you're a climber", "you go climbing", "you climb regularly", "you enjoy bouldering"],
    football: [
      "you're a footballer",
      "you play football",
      "you play football regularly",
      "you enjoy a game of football",
    ],
    yoga: ["you're into yoga", "you do yoga", "you practise yoga regularly", "you enjoy your yoga class"],
  },
  drink: {
    coffee: ["you're a coffee drinker", "you love coffee", "you drink a lot of coffee", "coffee is your drink"],
    tea: ["you're a tea drinker", "you love tea", "you drink a lot of tea", "tea is your drink"],
    beer: ["you're a beer drinker", "you love beer", "you enjoy craft beer", "beer is your drink"],
    wine: ["you're a wine drinker", "you love wine", "you enjoy good wine", "wine is your drink"],
  },
  instrument: {
    piano: ["you play the piano", "you're a pianist", "you've been playing piano", "the piano is your instrument"],
    guitar: [
      "you play the guitar",
      "you're a guitarist",
      "you've been playing guitar",
      "the guitar is your instrument",
    ],
    violin: [
      "you play the violin",
      "you're a violinist",
      "you've been playing violin",
      "the violin is your instrument",
    ],
    drums: ["you play the drums", "you're a drummer", "you've been drumming", "the drums are your instrument"],
  },
  commute: {
    bike: ["you cycle to work", "you commute by bicycle", "you ride your bike to work", "your commute is by bike"],
    bus: ["you take the bus to work", "you commute by bus", "you ride the bus to work", "your commute is a bus ride"],
    train: [
      "you take the train to work",
      "you commute by train",
      "you ride the train to work",
      "your commute is a train ride",
    ],
    drive: [
      "you drive to work",
      "you commute by car",
      "you spend your commute in the car",
      "your commute is a long drive",
    ],
    home: ["you work from home", "you don't commute at all", "you do your job from home", "your workplace is at home"],
  },
  phone: {
    android: ["you have an Android phone", "you use Android", "you're an Android user", "your phone runs Android"],
    iphone: ["you have an iPhone", "you use an iPhone", "you're an iPhone user", "your phone is an iPhone"],
    basic: [
      "you don't have a smartphone",
      "you use a basic mobile",
      "you own a simple feature phone",
      "your phone can't run apps",
    ],
  },
  sleep: {
    lark: ["you're an early riser", "you're a morning person", "you get up very early", "you go to bed early"],
    owl: ["you're a night owl", "you stay up late", "you're not a morning person", "you go to bed very late"],
  },
  home: {
    flat: ["you live in a flat", "you live in an apartment", "your home is an apartment", "you're a flat dweller"],
    house: [
      "you live in a house",
      "you have a house",
      "your home is a house with a garden",
      "you live in a detached house",
    ],
    houseshare: [
      "you live in a shared house",
      "you have flatmates",
      "you share your home with others",
      "you live with housemates",
    ],
    boat: ["you live on a boat", "you have a houseboat", "your home is a boat", "you live aboard a narrowboat"],
  },
  tenure: {
    rents: ["you rent your home", "you're a tenant", "you live in a rented place", "you pay rent every month"],
    owns: ["you own your home", "you're a homeowner", "you have a mortgage", "you bought your own place"],
  },
  books: {
    crime: [
      "you read crime novels",
      "you're a fan of detective stories",
      "you love a good murder mystery",
      "you like to read thrillers",
    ],
    history: [
      "you read history books",
      "you're a fan of historical non-fiction",
      "you love books on history",
      "you like to read about the past",
    ],
    "science-fiction": [
      "you read science fiction",
      "you're a fan of sci-fi",
      "you love sci-fi novels",
      "you like to read space operas",
    ],
    poetry: ["you read poetry", "you're a fan of poems", "you love a good poem", "you like to read verse"],
  },
};
