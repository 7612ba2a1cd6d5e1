// What to look for, in turn, when an office's title is nobody's label. Called by findOccupations.

export function attemptsFor(text: string): string[] {
  const plain = text
    .replace(/\s*\([^)]*\)/g, " ")
    .replace(/[/*](?:[ae]|in|trice|euse|ice|ère|ne)\b/giu, "")
    .replace(/\s+/g, " ")
    .trim();
  const words = plain.split(" ");
  const shorter = [3, 2, 1].filter((count) => count < words.length).map((count) => words.slice(0, count).join(" "));
  // "Aiuto cuoco", "Addetto vendite": the second word may be the occupation.
  return [...new Set([text, plain, ...shorter, ...words.slice(1, 2)])].filter((attempt) => attempt.length >= 3);
}
