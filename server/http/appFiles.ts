// What makes the public pages installable and readable without a network: manifest, icons, service worker. Called by http/pages.
import { readFileSync } from "node:fs";
import path from "node:path";
import { Router } from "express";
import type { House } from "../house.ts";

const SIDES = [192, 512] as const;

async function draw(svg: Buffer, side: number): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(svg, { density: 300 }).resize(side, side).png().toBuffer();
}

export function appFiles(house: House): Router {
  const router = Router();
  const { projectRoot } = house.config;
  const svg = readFileSync(path.join(projectRoot, "templates/page/browser/icon.svg"));
  const worker = readFileSync(path.join(projectRoot, "templates/page/browser/worker.js"), "utf8");
  const drawn = new Map<number, Promise<Buffer>>();

  router.get("/worker.js", (_request, response) => {
    response.type("text/javascript").set("Cache-Control", "no-cache").send(worker);
  });
  router.get("/icon.svg", (_request, response) => {
    response.type("image/svg+xml").set("Cache-Control", "public, max-age=86400").send(svg);
  });
  router.get(["/icon-192.png", "/icon-512.png"], async (request, response) => {
    const side = SIDES.find((one) => request.path.includes(String(one))) ?? 192;
    const png = drawn.get(side) ?? draw(svg, side);
    drawn.set(side, png);
    response
      .type("image/png")
      .set("Cache-Control", "public, max-age=86400")
      .send(await png);
  });
  router.get("/app/:lang.webmanifest", (request, response, next) => {
    const locale = String(request.params.lang);
    if (!house.locales.includes(locale)) return next();
    const { t, locale: facts } = house.words(locale);
    const manifest = {
      name: `${t("page:site")} – ${t("page:allPostings")}`,
      short_name: t("page:site"),
      lang: locale,
      dir: facts.dir,
      id: "/",
      start_url: `/${locale}/`,
      scope: "/",
      display: "standalone",
      background_color: "#ffffff",
      theme_color: "#ffffff",
      icons: [
        { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
        ...SIDES.map((side) => ({
          src: `/icon-${side}.png`,
          type: "image/png",
          sizes: `${side}x${side}`,
          purpose: "any",
        })),
      ],
    };
    response
      .type("application/manifest+json")
      .set("Cache-Control", "public, max-age=3600")
      .send(JSON.stringify(manifest));
  });
  return router;
}
