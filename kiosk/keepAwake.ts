// Keeps the glass lit where the browser can; elsewhere the device's own settings do. Called once by main.tsx.
import { reportFault } from "./reportFault.ts";

export function keepAwake(): void {
  if (!("wakeLock" in navigator)) return;
  const ask = () => {
    // The lock is lost whenever the page is hidden, and given only while it is visible.
    if (document.visibilityState !== "visible") return;
    navigator.wakeLock.request("screen").catch((fault) => reportFault("wake lock", fault));
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}
