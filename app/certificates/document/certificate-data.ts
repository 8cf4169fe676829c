import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

export type Text3 = Record<Locale, string>;

/**
 * Everything a certificate says, frozen as JSON on the day of issue: later changes of names and titles don't reach it.
 * The shape of a version never changes; a new shape gets a new version.
 */
export type CertificateData = {
  version: 1 | 2;
  /** `MJ-2026-03-0007-7K2M9QXW4T8RD3VHJ6NPB5YCZF`: a readable part, then 128 random bits in base 32. */
  number: string;
  /**
   * Where anyone can check the certificate. The QR code holds it in capitals, so its path must work in capitals too.
   */
  verifyUrl: string;
  /** As the holder confirmed them, for instance 髙橋 遼 and TAKAHASHI Ryō. */
  holder: { name: string; secondName: string | null };
  institution: Text3;
  programme: Text3;
  workshop: { code: string; title: Text3; venue: Text3; startsOn: LocalDate; endsOn: LocalDate } & Duration;
  /** Two to four, at the top of the page. */
  parties: { acronym: string; name: Text3 }[];
  /** None, one or two. */
  signatories: { name: string; post: Text3 }[];
  /** The day at the venue. */
  issuedOn: LocalDate;
  /** The moment, printed on the venue's clock and on the other country's: their days may differ. */
  issuedAt: Instant;
  /** The venue's. */
  zone: Zone;
};

/** Of the sessions that count. Version 1 has whole hours, to which it rounded; version 2 has minutes. */
type Duration = { hours: number } | { minutes: number };

export const durationMinutes = (workshop: Duration) => ("minutes" in workshop ? workshop.minutes : workshop.hours * 60);
