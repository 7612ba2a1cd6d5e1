// How many cards that are no longer shown the page still holds, after a whole collection. Called where a display's memory is looked at (lobby 22).
import type { Page } from "puppeteer";

export async function heldCards(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  const { result } = await session.send("Runtime.evaluate", { expression: "HTMLElement.prototype" });
  // Whatever is asked for is collected first, and what answers is what something still holds.
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId as string });
  const { result: count } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId as string,
    // The prototypes of single elements are among them: they are none.
    functionDeclaration: `function () {
      const isElement = (one) => { try { return one.nodeType === 1; } catch { return false; } };
      return this.filter((one) => isElement(one) && one.tagName === "ARTICLE" && !one.isConnected).length;
    }`,
    returnByValue: true,
  });
  await session.detach();
  if (typeof count.value !== "number") throw new Error("the page's cards could not be counted");
  return count.value;
}
