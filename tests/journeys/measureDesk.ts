// What a browser measures of the page it shows: each runs inside the page and tells faults in words.
// Called by madeUpDesk.ts. They stand alone, without imports: the browser gets their text.

/** Sideways scrolling of the whole page. */
export function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.querySelectorAll("body *")].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 0.5 || left < -0.5);
  });
  const first = beyond.find((one) => !beyond.some((other) => other !== one && one.contains(other)));
  return [
    `${scrollWidth - clientWidth} px too wide: <${first?.localName} class="${first?.className}"> ${first?.textContent?.slice(0, 60)}`,
  ];
}

/** Text that its box, an ancestor or the window cuts off, or that runs out of its box. */
export function cutTexts(): string[] {
  const found: string[] = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const holder = node.parentElement;
    if (holder === null || node.textContent?.trim() === "") continue;
    if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (holder.closest("option, .skip, .overflow, .preview-frame") !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, top, bottom, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    for (let box: Element | null = holder; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const rect = box.getBoundingClientRect();
      // For screen readers only: one pixel on purpose.
      if (rect.width <= 1 || rect.height <= 1) break;
      if (style.overflowX === "auto" || style.overflowX === "scroll") break;
      const sideways = right > rect.right + 1.5 || left < rect.left - 1.5;
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      const button = box.matches(
        "button, a.primary, th, td, label, legend, dialog, fieldset, section, form, main, header",
      );
      if (sideways && (hides || button)) {
        found.push(`cut at <${box.localName} class="${box.className}">: ${node.textContent?.trim().slice(0, 50)}`);
        break;
      }
      // Letters are given more height than a tight line has: half a letter over it is nothing seen.
      const room = Number.parseFloat(style.fontSize) / 2;
      if (hides && (bottom > rect.bottom + room || top < rect.top - room)) {
        found.push(
          `cut in height at <${box.localName} class="${box.className}">: ${node.textContent?.trim().slice(0, 50)}`,
        );
        break;
      }
    }
  }
  return found;
}

/** Labels, legends and names of facts that are not in the made-up language: words that no file of the language holds. */
export function withoutMark(): string[] {
  const found: string[] = [];
  for (const one of document.querySelectorAll<HTMLElement>("main label, main legend, main dt")) {
    if (one.closest("[lang]:not(html)") !== null || one.querySelector("[lang]") !== null) continue;
    const copy = one.cloneNode(true) as HTMLElement;
    for (const inner of copy.querySelectorAll("select, textarea, svg")) inner.remove();
    const text = copy.textContent ?? "";
    if (/\p{Ll}{3}/u.test(text) && !/[\u200c⟦⟧]/.test(text))
      found.push(`<${one.localName}> not of the language: ${text.slice(0, 60)}`);
  }
  return found;
}

/** Boxes that do not stand where the page read from left to right, seen in a mirror, has them. */
export function notMirrored(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>("body *:not(iframe, option, svg *)")].filter((one) => {
    if (one.closest(".preview-frame") !== null) return false;
    return !["inline", "none", "contents"].includes(getComputedStyle(one).display) && one.checkVisibility();
  });
  const width = document.documentElement.clientWidth;
  const places = () => boxes.map((one) => one.getBoundingClientRect());
  const read = places();
  document.documentElement.dir = "ltr";
  const turned = places();
  document.documentElement.dir = "rtl";
  return boxes.flatMap((one, at) => {
    const [here, there] = [read[at], turned[at]];
    if (here === undefined || there === undefined) return [];
    // Letters of two directions break lines elsewhere: only the edge where reading begins is held.
    const off = Math.abs(width - here.right - there.left);
    return off <= 2
      ? []
      : [`<${one.localName} class="${one.className}"> ${Math.round(off)} px off: ${one.textContent?.slice(0, 40)}`];
  });
}
