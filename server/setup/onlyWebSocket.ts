// Leaves out of the display's build what a display never uses of the socket library: long polling and WebTransport. It opens WebSockets only, and where
// those are blocked it asks by HTTP itself (kiosk/connection.ts). 2.6 kB less for every television. A plugin of Vite; used by vite.config.ts.
import type { Plugin } from "vite";

const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [
    /engine\.io-client[\\/]build[\\/][\w-]+[\\/]transports[\\/]index\.js$/,
    'import { WS } from "./websocket.js";\nexport const transports = { websocket: WS };\n',
  ],
  // Does something as it is loaded, so the bundler would keep it for a name that nobody uses.
  [
    /engine\.io-client[\\/]build[\\/][\w-]+[\\/]transports[\\/]polling-xhr\.js$/,
    "export const BaseXHR = Object;\nexport const XHR = null;\nexport const Request = null;\n",
  ],
];

export function onlyWebSocket(): Plugin {
  return {
    name: "only-web-socket",
    transform(_code, id) {
      const found = INSTEAD.find(([where]) => where.test(id));
      return found === undefined ? null : { code: found[1], map: null };
    },
  };
}
