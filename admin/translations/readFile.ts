// A chosen file's text: translators' tools write UTF-8 or, older ones, UTF-16 with its mark. Called by the page of files.

export async function readFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  // Decoded already: the declaration would say something else than what is sent.
  return text.replace(/^(<\?xml[^>]*encoding=)(["'])utf-16\w*\2/i, "$1$2UTF-8$2");
}
