// Where the work, course or event is. Names of Italian towns stay as they are, those of towns abroad are said as the reader says them;
// provinces, regions and countries are said in the reader's language.
import type { Place } from "../../server/domain/content.ts";
import type { Fact } from "./fact.ts";
import { cityName, countryName, provinceName, regionName } from "./formats.ts";
import type { Line } from "./line.ts";
import { plain } from "./line.ts";
import type { Telling } from "./telling.ts";

/** Places a card or list names before it counts the rest. */
const BRIEF_PLACES = 2;

export function describePlace(telling: Telling): Fact | null {
  const { posting, words, brief } = telling;
  const { places } = posting.content;
  const all = places.flatMap((place) => linesOf(place, telling));
  if (all.length === 0) return null;
  if (!brief || all.length <= BRIEF_PLACES) return telling.fact("where", all);
  const rest = words.t("facts:where.more", { count: all.length - 1 });
  return telling.fact("where", [all[0] as Line, plain(rest, words.locale.id)]);
}

function linesOf(place: Place, telling: Telling): Line[] {
  const lines: Line[] = [];
  const said = placeName(place, telling);
  if (said !== null) lines.push(telling.say(said));
  if (place.area !== null) lines.push(telling.quote(place.area));
  return lines;
}

function placeName(place: Place, { words }: Telling): string | null {
  const abroad = place.country === null || place.country === "IT" ? null : countryName(place.country, words);
  if (place.municipality !== null) {
    if (abroad !== null && place.country !== null)
      return words.t("facts:where.abroad", {
        name: cityName(place.municipality, place.country, words),
        country: abroad,
      });
    if (place.province === null) return place.municipality;
    return words.t("facts:where.town", { name: place.municipality, province: place.province });
  }
  if (place.province !== null) return words.t("facts:where.province", { name: provinceName(place.province, words) });
  if (place.region !== null) {
    if (abroad !== null) return words.t("facts:where.abroad", { name: place.region, country: abroad });
    return regionName(place.region, words);
  }
  if (abroad !== null) return abroad;
  // "Italy" beside an area in words adds nothing.
  return place.country !== null && place.area === null ? countryName(place.country, words) : null;
}
