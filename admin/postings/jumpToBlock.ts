// Leaps over the form's blocks by keyboard: to the first field of the next one, back to the one before, and from the first up to what can be done
// with the posting. Called by PostingPage.

const FIELDS = "input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])";

export function jumpToBlock(step: 1 | -1): void {
  const blocks = [...document.querySelectorAll<HTMLElement>(".posting-form .block")];
  const at = blocks.findIndex((block) => block.contains(document.activeElement));
  const next = at < 0 ? (step === 1 ? 0 : -1) : at + step;
  const place = next < 0 ? document.querySelector<HTMLElement>(".lifecycle") : blocks[next];
  const field = place?.querySelector<HTMLElement>(FIELDS);
  if (!field) return;
  field.focus();
  field.closest(".block")?.scrollIntoView({ block: "nearest" });
}
