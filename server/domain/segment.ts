// Free text as segments (a sentence each). A segment keeps its id while its words change, so that staleness is known per sentence.
// [S1] An unchanged sentence keeps its id wherever it moves. [S2] A changed sentence keeps the id of the one it replaces, in order.
// [S3] An id is never given twice within a posting. Used by the form, the import and the translations.

/** `id` is unique within its posting ("s4"). `text` is plain text in the posting's source locale, never markup. */
export interface Segment {
  readonly id: string;
  readonly text: string;
}

/** Sentences of a text; line breaks end a sentence. Abbreviations such as "n. 3" or "art. 16" do not. */
export function sentencesOf(text: string): string[] {
  return text
    .normalize("NFC")
    .split(
      /\n+|(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«"“])(?<!\b(?:art|artt|n|nr|dott|sig|co|tel|ecc|es|lett|prot|det|p|pag|ing|avv|dr|prof|cap|all|rif|min|max)\.\s+)/u,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** The segments of an edited text, reusing the ids of what it was. `take` gives an id never used in this posting; lists divide by line. [S1][S2][S3] */
export function resegment(
  previous: readonly Segment[],
  text: string,
  take: () => string,
  divide: (text: string) => string[] = sentencesOf,
): Segment[] {
  const sentences = divide(text);
  const kept = new Map<number, string>();
  const free = [...previous];
  sentences.forEach((sentence, index) => {
    const found = free.findIndex((segment) => segment.text === sentence);
    if (found >= 0) kept.set(index, (free.splice(found, 1)[0] as Segment).id);
  });
  // Only as many old ids are handed on as sentences were replaced; an inserted sentence is new.
  return sentences.map((sentence, index) => {
    const id = kept.get(index) ?? free.shift()?.id ?? take();
    return { id, text: sentence };
  });
}

/** Gives ids "s<n>" above every id in use. [S3] */
export function segmentIds(inUse: Iterable<string>): () => string {
  let highest = 0;
  for (const id of inUse) highest = Math.max(highest, Number(id.slice(1)) || 0);
  return () => `s${++highest}`;
}
