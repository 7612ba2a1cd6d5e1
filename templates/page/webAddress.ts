// What staff wrote as an address, made into a link only where it surely is one; anything else stays text.
// Called by the page's and the poster's way to apply.

/** https://… of a web address written with or without its scheme, or null. Never another scheme. */
export function webAddress(written: string): string | null {
  const text = written.trim();
  const full = /^https?:\/\//i.test(text)
    ? text
    : /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(text)
      ? `https://${text}`
      : null;
  if (full === null || !URL.canParse(full)) return null;
  const { protocol, username, password, href } = new URL(full);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "" ? href : null;
}

/** mailto:… or null. */
export function mailAddress(written: string, subject: string): string | null {
  const text = written.trim();
  if (!/^[^\s@<>()"',;:?&]+@[^\s@<>()"',;:?&]+\.[a-z]{2,}$/i.test(text)) return null;
  return `mailto:${text}?subject=${encodeURIComponent(subject)}`;
}

/** tel:… or null where there are too few digits to call. */
export function phoneAddress(written: string): string | null {
  const digits = written.replace(/[^\d+]/g, "");
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null;
}

/** Several numbers or addresses in one field: "0832 123456; 0832 654321". */
export function severalIn(written: string): string[] {
  return written
    .split(/\s*[;,]\s*|\s+\/\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
