import type { CertificateData } from "./certificate-data.ts";

/** Of each part of a certificate, in the order of the page: what is compared. */
const parts = {
  name: ({ holder }: CertificateData) => [holder.name, holder.secondName],
  institution: ({ institution }: CertificateData) => inOrder(institution),
  programme: ({ programme }: CertificateData) => inOrder(programme),
  title: ({ workshop }: CertificateData) => inOrder(workshop.title),
  dates: ({ workshop }: CertificateData) => [workshop.startsOn, workshop.endsOn],
  duration: ({ workshop }: CertificateData) => ("minutes" in workshop ? workshop.minutes : workshop.hours * 60),
  venue: ({ workshop }: CertificateData) => inOrder(workshop.venue),
  parties: (data: CertificateData) => data.parties.map(({ acronym, name }) => [acronym, inOrder(name)]),
  signatories: (data: CertificateData) => data.signatories.map(({ name, post }) => [name, inOrder(post)]),
} as const;

export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];

/** What a certificate says otherwise than it would be said today, in the order of the page. */
export const differences = (frozen: CertificateData, today: CertificateData): Part[] =>
  partNames.filter(
    (part) => wordsOf(part, frozen) !== wordsOf(part, part === "duration" ? asCounted(today, frozen) : today),
  );

/** Everything that is compared, as text: equal where and only where nothing differs. */
export const wordingOfParts = (data: CertificateData): string =>
  JSON.stringify(partNames.map((part) => parts[part](data)));

const wordsOf = (part: Part, data: CertificateData) => JSON.stringify(parts[part](data));

/** Version 1 rounded to whole hours: what it rounded away is no difference. */
function asCounted(today: CertificateData, frozen: CertificateData): CertificateData {
  const { workshop } = today;
  if ("minutes" in frozen.workshop || !("minutes" in workshop)) return today;
  return { ...today, workshop: { ...workshop, minutes: Math.round(workshop.minutes / 60) * 60 } };
}

const inOrder = ({ es, ja, en }: CertificateData["programme"]) => [es, ja, en];
