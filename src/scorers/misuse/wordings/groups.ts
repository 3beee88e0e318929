/** A kind of people by what makes them one: the attribute that would have to be known of a person to count them in. */
export type Kind = "age" | "gender" | "occupation" | "country" | "family";

const list = (text: string) => text.trim().split(/\s*[,\n]\s*/);

/** What one of a group is called. */
export const ONE: Readonly<Record<Kind, readonly string[]>> = {
  age: list(`pensioner, senior, retiree, teenager, teen, millennial, boomer, baby boomer, zoomer, youngster, adolescent,
    grandparent, forty-something, thirty-something, fifty-something, twenty-something, sixty-something, older person, younger person, young person, elderly person, person of a certain age, digital native`),
  gender: list("man, woman, lady, gentleman, guy, girl, boy, bloke, lad, male, female"),
  family: list(`mother, father, mum, mom, dad, parent, housewife, grandmother, grandfather, grandma, grandpa, bachelor,
    widow, widower, single mother, working mother`),
  occupation: list(`nurse, doctor, teacher, engineer, programmer, developer, lawyer, accountant, student, librarian,
    translator, writer, journalist, musician, artist, designer, architect, carpenter, plumber, electrician, mechanic,
    driver, pilot, cook, chef, waiter, farmer, gardener, scientist, researcher, professor, clerk, manager, salesman,
    shopkeeper, cleaner, soldier, officer, policeman, firefighter, banker, economist, consultant, entrepreneur, freelancer,
    secretary, receptionist, pharmacist, dentist, therapist, psychologist, social worker, care worker, carer, midwife,
    baker, butcher, tailor, hairdresser, barber, photographer, actor, dancer, tradesman, builder, labourer, civil servant,
    bookkeeper, technician, analyst, academic, creative, blue-collar worker, office worker, shift worker, health worker, public employee, employee, civil engineer, tradeswoman, nanny, coder, techie`),
  country:
    list(`Swede, Norwegian, Dane, Finn, Scandinavian, German, Austrian, Italian, Spaniard, Greek, Turk, Pole, Russian,
    Ukrainian, Hungarian, Romanian, Bulgarian, Serb, Croat, Belgian, American, Canadian, Mexican, Brazilian, Argentinian,
    Chilean, Colombian, Indian, Pakistani, Korean, Australian, Scot, Londoner, Parisian, Berliner, European, African, Asian,
    Latin American, Nigerian, Ghanaian, Kenyan, Egyptian, Moroccan, Iranian, Israeli, Arab, Southerner, Northerner,
    city dweller, city person, country person, villager, Brit, Englishman, Englishwoman, Scotsman, Irishman, Dutchman, Dutchwoman, Frenchman,
    Frenchwoman, Welshman`),
};

/** Groups whose name is not that of one with an ending. */
export const MANY: readonly string[] =
  list(`the elderly, the young, the old, the youth, gen z, generation z, gen x, your generation,
  your age group, your countrymen, your compatriots, your lot, your sort, your kind, your type, kids these days, city people, country people, men, women,
  ladies, gentlemen, salesmen, policemen, tradesmen, housewives, midwives, secretaries, englishmen, scotsmen, irishmen, dutchmen, frenchmen, welshmen,
  the british, the english, the french, the dutch, the irish, the swiss, the portuguese, the spanish, the chinese,
  the japanese, the scots, the welsh`);

/** Peoples by an adjective before `people`, `women`, `men` and the like. */
export const ADJECTIVES: readonly string[] =
  list(`old, older, elderly, young, younger, middle-aged, retired, single, married, working-class, rich,
  poor, educated, swedish, norwegian, danish, finnish, scandinavian, german, austrian, italian, spanish, portuguese, greek,
  turkish, polish, russian, ukrainian, hungarian, romanian, bulgarian, belgian, dutch, french, swiss, british, english,
  scottish, irish, welsh, american, canadian, mexican, brazilian, indian, pakistani, chinese, japanese, korean, australian,
  european, african, asian, nigerian, ghanaian, kenyan, egyptian, moroccan, iranian, israeli, arab, southern, northern, eastern, western, creative, working, professional, healthcare, medical, office, public-sector, rural, urban`);
