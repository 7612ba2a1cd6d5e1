// What a written title says besides the occupation and does not change it: how many, where, when, with how much experience.
// [V5] Every word must be on this list: a title with one word more that nobody understood is not assigned without a person.
// Called by matchOccupation.
import { foldedWords } from "./foldText.ts";
import { stemWord } from "./stemWord.ts";

/** Small words that join the rest to the occupation. "e" and "o" are not among them: what they join may be a second occupation. */
const JOINING =
  "a ad ai al all alla alle con da dal dalla del dell della delle dei degli di il in l la le nei nel nell nella nelle per presso su sul sulla";
const PLACES =
  "agriturismo albergo alberghi attivita azienda aziende balneare bar cantiere cantieri caserma casa cliente clienti domicilio enoteca ditta fabbrica hotel impresa lido locale mare masseria mensa negozio osteria pizzeria pub resort riposo ristorante rsa salone sede scuola scolastica stabilimento stelle struttura strutture alberghiera ricettiva ricettive supermercato trattoria turistico turistica villaggio villaggi";
const TIMES =
  "estate estiva estivo festivi feriali full giornata giorni invernale mattina mattino notturno notte notti ore part pomeriggio sabato domenica sera serale stagione stagionale time turno turni urgente weekend fine settimana subito";
const EXPERIENCE =
  "anni anno auto automunito automuniti automunita autonomia bravo capace comprovata corso disponibile disponibilita esperienza esperto esperta inesperto biennale triennale mansione mesi minima pluriennale pregressa prima primissima ruolo richiesta settore senza validita volenteroso brevetto patentino attestato";
const ASKED =
  "cercasi cerca cercano ricerca ricercano selezione selezioniamo assume assumono figura figure n nr num posti posto unita";

const ADDING_NOTHING = new Set(
  [JOINING, PLACES, TIMES, EXPERIENCE]
    .join(" ")
    .split(" ")
    .map((word) => stemWord(word, "it")),
);
const ASKING = new Set(ASKED.split(" "));

/** The words of a title without counts and without who asks at its head: "N. 2 camerieri" → camerieri. */
export function wordsOfTitle(title: string): string[] {
  const words = foldedWords(title);
  while (words.length > 1 && (/^\d{1,3}$/.test(words[0] ?? "") || ASKING.has(words[0] ?? ""))) words.shift();
  return words;
}

/** [V5] Whether these words, after an occupation, leave it what it was. */
export function addsNothing(words: readonly string[]): boolean {
  return words.every((word) => /^\d{1,3}$/.test(word) || ADDING_NOTHING.has(stemWord(word, "it")));
}
