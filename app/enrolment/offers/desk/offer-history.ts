import { extensionsOf, extensionView } from "#app/enrolment/offers/extension-view.ts";
import { listExtensions } from "#app/enrolment/offers/extensions.queries.ts";
import { listOffersOf } from "#app/enrolment/offers/offers.queries.ts";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import { addressedName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Visit = Pick<Reading, "locale" | "t" | "actor">;
type Kept = Awaited<ReturnType<typeof listOffersOf>>[number];

/** What somebody was asked about their seat, and what became of it: lines for the history of their enrolment. */
export async function offerEntries(db: Reader, enrolmentId: Id<"enrolment">, { locale, t, actor }: Visit) {
  const entry = (offer: Kept, part: string, when: Instant, text: string) => ({
    ...{ when, id: `offer-${offer.id}-${part}`, at: formatInstant(locale, when, actor.zone), text },
    ...{ by: "", reason: "", note: "", passedOver: [], isUndone: false },
  });
  const offers = await listOffersOf(db, enrolmentId);
  const extensions = offers.length ? await listExtensions(db, enrolmentId) : [];
  return offers.flatMap((offer, place) => {
    const { madeAt, answeredAt, endedAt, answeredBy, state, because, note } = offer;
    const own = extensionsOf(extensions, offer, offers[place + 1]);
    // as it was asked first
    const date = formatDate(locale, own[0]?.from ?? offer.answerByOn);
    const answer = because === null ? "accepted" : "declined";
    return [
      entry(offer, "made", madeAt, t("offers:history.made", { date })),
      ...own.map((extension, index) => {
        const { until, by, reason } = extensionView(extension, { locale, zone: actor.zone });
        const text = t("offers:history.extended", { date: until });
        return { ...entry(offer, `extended-${index}`, extension.at, text), by, reason };
      }),
      ...(answeredAt && answeredBy
        ? [
            {
              ...entry(offer, "answered", answeredAt, t(`offers:history.${answer}.${answeredBy}`)),
              by: answeredBy === "desk" ? nameOf(offer, locale) : "",
              reason: [because && t(`nominations:because.${because}`), note].filter(Boolean).join(" · "),
            },
          ]
        : []),
      ...(endedAt && (state === "lapsed" || state === "withdrawn")
        ? [entry(offer, "ended", endedAt, t(`offers:history.${state}`))]
        : []),
    ];
  });
}

const nameOf = ({ familyName, givenName, country, ...names }: Kept, locale: Visit["locale"]) =>
  familyName && givenName && country ? addressedName({ familyName, givenName, country, ...names }, locale) : "";
