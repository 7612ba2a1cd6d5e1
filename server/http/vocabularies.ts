// Typeahead sources for the desk: occupations, places, owners.
import { z } from "zod";
import type { OccupationHit, OwnersAnswer, PlaceHit } from "../domain/httpContract.ts";
import type { PhraseOffer } from "../domain/phrase.ts";
import { PHRASE_KINDS } from "../domain/phrase.ts";
import { aliasesFor } from "../services/learnAlias.ts";
import { offerPhrases } from "../services/offerPhrases.ts";
import type { Route } from "./route.ts";
import { route } from "./route.ts";

const search = z.object({
  q: z.string().max(120).default(""),
  locale: z.string().max(10).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

export function vocabularyRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/occupations",
      access: "read",
      summary: "Occupations by any label in any language.",
      query: search,
      async handle({ house, query }) {
        const aliases = await aliasesFor(house.store, query.q, 3);
        // Just after a start the first to type waits for the index; nobody else waits with them.
        await house.vocabularies.prepareSearching();
        const found = house.vocabularies.searchOccupations(query.q, {
          limit: query.limit,
          ...(query.locale ? { locale: query.locale } : {}),
        });
        const learnt = aliases.flatMap(({ reference, written }): OccupationHit[] => {
          const label = house.vocabularies.occupationLabels(reference);
          return label === undefined ? [] : [{ ref: reference, label, matched: written }];
        });
        const others = found
          .filter(({ ref }) => !learnt.some((one) => one.ref === ref))
          .map(({ ref, labels, matched }): OccupationHit => ({ ref, label: labels, matched }));
        const occupations = [...learnt, ...others].slice(0, query.limit);
        return { json: { occupations } };
      },
    }),
    route({
      method: "get",
      path: "/places",
      access: "read",
      summary: "Italian municipalities by the beginning of their name.",
      query: search,
      handle({ house, query }) {
        const found = house.vocabularies.places.searchMunicipalities(query.q, query.limit);
        const places: PlaceHit[] = found.map(({ name, province }) => ({
          municipality: name,
          province: province.sigla,
          region: province.region.names.it ?? null,
        }));
        return { json: { places } };
      },
    }),
    route({
      method: "get",
      path: "/phrases",
      access: "read",
      summary:
        "Phrases that stand in every language, for what is being typed as a requirement, benefit, document or instruction.",
      query: z.object({ q: z.string().max(200).default(""), kind: z.enum(PHRASE_KINDS) }),
      handle({ house, query, locale }) {
        const phrases = offerPhrases(house.vocabularies, house.words, query.kind, query.q, locale);
        return { json: { phrases } satisfies { phrases: PhraseOffer[] } };
      },
    }),
    route({
      method: "get",
      path: "/owners",
      access: "signedIn",
      summary: "Offices, areas, services and networks.",
      handle: ({ house }) => ({ json: { owners: [...house.mirror.owners.values()] } satisfies OwnersAnswer }),
    }),
  ];
}
