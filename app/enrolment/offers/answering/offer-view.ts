import { extensionsOf } from "#app/enrolment/offers/extension-view.ts";
import { listExtensions } from "#app/enrolment/offers/extensions.queries.ts";
import type { SeatOffer } from "#app/enrolment/offers/offers.queries.ts";
import { offerRefusal } from "#app/enrolment/offers/offers.rules.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { formatDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { addressedName, suggestCertificateNames } from "#app/people/names.ts";
import { findProfile } from "#app/people/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { counterpartZone } from "#app/time/zones.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import type { Reader } from "#db/database.ts";

type Page = { db: Reader; locale: Locale; t: Translator; at: Instant };

export type OfferView = NonNullable<Awaited<ReturnType<typeof offerView>>>;

/** An offer as its holder reads it: what of, until when, and what follows; null where its workshop is gone. */
export async function offerView(offer: SeatOffer, via: "self" | "link", { db, locale, t, at }: Page) {
  const [workshop] = await listWorkshopsById(db, [offer.workshopId]);
  const person = await findProfile(db, offer.personId);
  if (!workshop || !person) return null;
  const { zone, beginsAt } = workshop;
  const otherZone = person.zone === zone ? counterpartZone(zone) : person.zone;
  const suggested = suggestCertificateNames(person);
  const extended = extensionsOf(await listExtensions(db, offer.enrolmentId), offer).at(-1);
  const isConfirmed = person.nameConfirmedAt !== null;
  return {
    name: addressedName(person, locale),
    workshop: workshopView(workshop, { locale, t, at }),
    mode: workshop.mode,
    begins: beginsAt && [zone, otherZone].map((one) => cityInstant({ locale, t }, beginsAt, one)),
    until: deadlineTimes(offer.answerByOn, zone, { locale, t, zone: person.zone }),
    extendedOn: extended ? formatDate(locale, localDate(extended.at, zone)) : null,
    refusal: offerRefusal(offer, workshop, { at, by: via }),
    certificate: {
      isConfirmed,
      name: person.certificateName ?? suggested.name,
      secondName: (person.certificateName === null ? suggested.secondName : person.certificateSecondName) ?? "",
    },
  };
}
