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
  return (await listOffersOf(db, enrolmentId)).flatMap((offer) => {
    const { madeAt, answeredAt, endedAt, answeredBy, state, because, note } = offer;
    const date = formatDate(locale, offer.answerByOn);
    const answer = because === null ? "accepted" : "declined";
    return [
      entry(offer, "made", madeAt, t("offers:history.made", { date })),
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
