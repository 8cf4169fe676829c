import { everywhere } from "#app/access/permissions.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { addressedName } from "#app/people/names.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findInviter, listGrants } from "./queries.ts";

type Wording = { locale: Locale; at: Instant };
type Inviter = { name: string; email: string | null };

/** Who invites, with their institution; the administration where nobody is known who could be asked. */
export async function inviterOf(db: Reader, accountId: Id<"account">, { locale, at }: Wording): Promise<Inviter> {
  const t = translator(locale);
  const inviter = await findInviter(db, accountId);
  if (!inviter) return { name: t("mail:administration"), email: null };
  const name = addressedName(inviter, locale);
  const today = localDate(at, capitalZones.MX);
  const [institution] = inviter.institutionId ? await listInstitutions(db, today, [inviter.institutionId]) : [];
  const { email } = inviter;
  return { name: institution ? t("mail:ofInstitution", { name, acronym: institution.acronym }) : name, email };
}

/** What somebody is invited to: each role, with the programme, workshop or institution where it holds. */
export async function rolesOf(db: Reader, accountId: Id<"account">, { locale, at }: Wording): Promise<string[]> {
  const t = translator(locale);
  const roles = [];
  for (const grant of await listGrants(db, [accountId])) {
    const role = t(`common:role.${grant.role}`);
    const place = await placeOf(db, grant, { locale, at });
    roles.push(place ? t("mail:roleAt", { role, place }) : role);
  }
  return roles;
}

type Grant = Awaited<ReturnType<typeof listGrants>>[number];

async function placeOf(db: Reader, { programmeCode, workshopCode, institutionId }: Grant, { locale, at }: Wording) {
  if (programmeCode) {
    const programme = (await listProgrammes(db, everywhere)).find(({ code }) => code === programmeCode);
    return textIn(programme?.title ?? {}, locale).text || programmeCode;
  }
  if (workshopCode) {
    const workshop = await findWorkshop(db, workshopCode, everywhere);
    return textIn(workshop?.texts.title ?? {}, locale).text || workshopCode;
  }
  if (!institutionId) return null;
  const [institution] = await listInstitutions(db, localDate(at, capitalZones.MX), [institutionId]);
  return institution ? textIn(institution.name, locale).text : null;
}
