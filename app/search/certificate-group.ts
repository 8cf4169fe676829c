import { covers, type Reach, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { normaliseNumber, readablePart } from "#app/certificates/number.ts";
import { findCertificate } from "#app/certificates/queries.ts";
import type { CertificateStatus } from "#app/certificates/validity/validity.rules.ts";
import { langOfName } from "#app/i18n/script.ts";
import type { Id } from "#db/id.ts";
import { listByNumber } from "./certificates.queries.ts";
import { foundGroup, type Group, type Hit, type Searching, shownAlone } from "./hits.ts";
import { numberBeginning } from "./numbers.rules.ts";

/**
 * Certificates by number. Whoever holds a whole one may verify it, as anybody may: it cannot be guessed. The short part
 * can, so by that one finds one's own, and those of workshops whose certificates one issues.
 */
export async function certificateGroup(sought: Searching): Promise<Group[]> {
  const { db, actor, q } = sought;
  const reach = reachOf(actor, "certificate.issue");
  const whole = normaliseNumber(q);
  const begun = numberBeginning(whole ?? q);
  const rows = begun ? await listByNumber(db, begun, { reach, personId: actor.personId, most: shownAlone }) : [];
  if (!rows.length && whole) return wholeNumber(sought, whole, reach);
  const hits = rows
    .slice(0, shownAlone)
    .map((row) => certificateHit({ ...row, data: JSON.parse(row.data) as CertificateData }, sought, reach));
  const total = { count: hits.length, isMore: rows.length > shownAlone };
  return foundGroup({ name: "certificates", total, hits, all: null });
}

async function wholeNumber(sought: Searching, number: string, reach: Reach): Promise<Group[]> {
  const found = await findCertificate(sought.db, number);
  if (!found) return [];
  const hit = certificateHit({ ...found, code: found.data.workshop.code, programmeId: null }, sought, reach);
  return foundGroup({ name: "certificates", total: { count: 1, isMore: false }, hits: [hit], all: null });
}

type Found = {
  number: string;
  status: CertificateStatus;
  personId: Id<"person">;
  workshopId: Id<"workshop">;
  code: string;
  /** Null where it is not known: then it is out of reach. */
  programmeId: Id<"programme"> | null;
  data: CertificateData;
};

function certificateHit(found: Found, { locale, actor, mark }: Searching, reach: Reach): Hit {
  const { number, status, personId, workshopId, code, programmeId, data } = found;
  const isDesk = programmeId !== null && covers(reach, { programmeId, workshopId });
  const isOwn = personId === actor.personId;
  const { holder, workshop } = data;
  return {
    key: number,
    to: isDesk
      ? to.certificates({ locale, code })
      : isOwn
        ? to.myCertificates({ locale })
        : to.verification({ locale, number }),
    code: mark.text(readablePart(number)),
    title: mark.text(holder.name, langOfName(holder.name)),
    notes: [mark.text(workshop.title[locale])],
    links: [],
    badge: { of: "certificate", state: status },
    knownBy: [number, readablePart(number)],
  };
}
