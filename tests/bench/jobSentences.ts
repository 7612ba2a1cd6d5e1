// Sentences of job postings made from patterns, for the memory's trap: the same words about another job. Called by the translation benchmark
// and by the test of the trap. The same for everybody: no chance in it.

const PATTERNS = [
  "Si cerca {job} con esperienza per la stagione estiva a {place}",
  "Azienda di {place} cerca {job} per ampliamento del proprio organico",
  "Cercasi {job} con disponibilità immediata e residenza a {place}",
  "Si ricerca un {job} da inserire nel nostro gruppo di lavoro a {place}",
  "Selezioniamo {job} anche alla prima esperienza per sede di {place}",
  "La figura di {job} lavora su turni e nei giorni festivi a {place}",
  "Il candidato lavorerà come {job} presso la sede di {place}",
  "Offriamo a un {job} contratto di {n} mesi con possibilità di proroga",
  "Per il ruolo di {job} si richiedono almeno {n} anni di esperienza",
  "Un {job} con patente B e automunito è richiesto a {place}",
  "Il {job} riceverà {n} euro al mese e un alloggio vicino a {place}",
  "Cerchiamo {job} non automunito per lavoro a {place}",
] as const;

const PLACES = [
  "Lecce",
  "Gallipoli",
  "Otranto",
  "Nardò",
  "Maglie",
  "Galatina",
  "Casarano",
  "Tricase",
  "Brindisi",
  "Taranto",
  "Bari",
  "Ostuni",
  "Copertino",
  "Leverano",
  "Ugento",
] as const;
const TAILS = [
  "",
  " con vitto e alloggio",
  " per sei giorni la settimana",
  " in ambiente giovane",
  " con inizio immediato",
  " a tempo pieno",
  " a tempo parziale",
  " presso albergo sul mare",
] as const;

export interface JobSentences {
  /** What the memory holds; the last tenth of the jobs is never among them. */
  readonly remembered: readonly string[];
  /** 200 about jobs the memory has never met, in patterns it knows well. */
  readonly queries: readonly string[];
  /** 200 ordinary ones, for measuring: known jobs, a word changed. */
  readonly sentences: readonly string[];
}

export function jobSentences(jobs: readonly string[], count: number): JobSentences {
  const split = Math.floor(jobs.length * 0.9);
  const [known, unknown] = [jobs.slice(0, split), jobs.slice(split)];
  const say = (n: number, from: readonly string[]) =>
    (PATTERNS[n % PATTERNS.length] as string)
      .replace("{job}", from[(n * 7) % from.length] as string)
      .replace("{place}", PLACES[(n * 5) % PLACES.length] as string)
      .replace("{n}", String(2 + (n % 11))) + TAILS[Math.floor(n / 13) % TAILS.length];
  const remembered = new Set<string>();
  // Beside the patterns, as many sentences of words of their own: a memory is not all of one kind.
  for (let n = 0; remembered.size < count && n < count * 4; n += 1) {
    remembered.add(n % 2 === 0 ? say(Math.floor(n / 2), known) : `${ownWords(n)}${TAILS[n % TAILS.length]}`);
  }
  return {
    remembered: [...remembered],
    queries: Array.from({ length: 200 }, (_, n) => say(n, unknown)),
    sentences: Array.from({ length: 200 }, (_, n) =>
      n % 2 === 0 ? `${say(n * 3, known)} subito` : `${ownWords(n * 9 + 1)} oggi`,
    ),
  };
}

const OPENINGS = [
  "Il lavoro prevede",
  "Le mansioni comprendono",
  "Viene richiesta",
  "Si garantisce",
  "È prevista",
  "Tra i compiti rientra",
] as const;
const THINGS = [
  "pulizia",
  "gestione",
  "preparazione",
  "consegna",
  "cura",
  "vendita",
  "raccolta",
  "manutenzione",
  "verifica",
  "sistemazione",
  "accoglienza",
  "apertura",
] as const;
const OBJECTS = [
  "degli ordini",
  "dei clienti",
  "delle camere",
  "del magazzino",
  "dei macchinari",
  "delle piante",
  "della cassa",
  "dei fornitori",
  "degli ospiti",
  "delle merci",
  "dei mezzi",
  "della cucina",
  "dei locali",
  "delle scorte",
] as const;
const MANNERS = [
  "ogni mattina",
  "nel fine settimana",
  "insieme ai colleghi",
  "secondo le istruzioni",
  "con attenzione",
  "durante la stagione",
  "in piena autonomia",
  "entro la sera",
  "nei giorni di mercato",
  "sotto la guida del responsabile",
  "rispettando le norme",
  "per tutto il periodo",
] as const;

function ownWords(n: number): string {
  const pick = <T>(list: readonly T[], by: number) => list[Math.floor(n / by) % list.length] as T;
  return `${pick(OPENINGS, 1)} la ${pick(THINGS, 6)} ${pick(OBJECTS, 72)} ${pick(MANNERS, 1008)} e la ${pick(THINGS, 12_096)} ${pick(OBJECTS, 3)}`;
}
