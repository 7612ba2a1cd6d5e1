// Parses JSON of a depth that records have. Deeper nesting is nobody's record, and would overflow whoever walks it.
// Called by readRecords and cellsToRecords.

const MAX_DEPTH = 12;

/** @throws SyntaxError also where the nesting is too deep */
export function parseJson(text: string): unknown {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inText = false;
    } else if (sign === 0x22) inText = true;
    else if (sign === 0x5b || sign === 0x7b) depth += 1;
    else if (sign === 0x5d || sign === 0x7d) depth -= 1;
    if (depth > MAX_DEPTH) throw new SyntaxError("nested too deep");
  }
  return JSON.parse(text);
}
