// Serves the two built applications, /kiosk/ and /admin/: hashed files for a year, the page itself always asked anew.
import path from "node:path";
import type { Router } from "express";
import express from "express";

export function applicationFiles(projectRoot: string, name: "kiosk" | "admin"): Router {
  const router = express.Router();
  const folder = path.join(projectRoot, "dist", name);
  router.use(
    "/assets",
    express.static(path.join(folder, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false }),
  );
  // Asked for anew each time: what a display goes by to know that there is another build.
  for (const file of name === "kiosk" ? ["worker.js", "build.json"] : []) {
    router.get(`/${file}`, (_request, response, next) => {
      response.set("Cache-Control", "no-cache");
      response.sendFile(path.join(folder, file), (error) => (error ? next(error) : undefined));
    });
  }
  router.get(/.*/, (request, response, next) => {
    // A file that is gone is a 404, never the application's page: an old tab must notice. (vitejs/vite#11804)
    if (/\.[a-z0-9]+$/i.test(request.path) && !request.path.endsWith(".html")) return next();
    response.set("Cache-Control", "no-cache");
    response.sendFile(path.join(folder, "index.html"), (error) => (error ? next(error) : undefined));
  });
  return router;
}
