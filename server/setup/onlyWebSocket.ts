// Leaves out of the display's build what a display never uses of the socket library: long polling and WebTransport. It opens WebSockets only, and where
// those are blocked it asks by HTTP itself (kiosk/connection.ts). 1.5 kB less for every television. A plugin of Vite; used by vite.config.ts.
import type { Plugin } from "vite";

const TRANSPORTS = /engine\.io-client[\\/]build[\\/][\w-]+[\\/]transports[\\/]index\.js$/;

export function onlyWebSocket(): Plugin {
  return {
    name: "only-web-socket",
    transform: (_code, id) =>
      TRANSPORTS.test(id)
        ? { code: 'import { WS } from "./websocket.js";\nexport const transports = { websocket: WS };\n', map: null }
        : null,
  };
}
