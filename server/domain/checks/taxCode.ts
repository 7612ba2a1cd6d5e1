// Whether sixteen signs are an Italian tax code: its last letter is a sum over the others (D.M. 23/12/1976). Called by checkCandidates.

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const A = 65;

export function isTaxCode(written: string): boolean {
  const code = written.toUpperCase();
  if (!/^[A-Z0-9]{16}$/.test(code)) return false;
  let sum = 0;
  for (let place = 0; place < 15; place += 1) {
    const sign = code.charCodeAt(place);
    const value = sign >= A ? sign - A : sign - 48;
    sum += place % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return code.charCodeAt(15) === A + (sum % 26);
}
