import { formatInstant } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { applicationStanding } from "#app/nominations/application/standing.queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { nomineeView } from "#app/nominations/nomination/nominee-view.ts";
import { listNominations } from "#app/nominations/nomination/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";

type Visit = Pick<Reading, "db" | "locale" | "t" | "actor">;

export type NomineeRow = Awaited<ReturnType<typeof nomineeRows>>[number];

/** All nominees of a workshop: each sender's together, by rank. */
export async function nomineeRows({ db, locale, t, actor }: Visit, workshop: Workshop) {
  const nominations = await listNominations(db, workshop.id);
  const senders = await listInstitutions(db, workshop.startsOn, [
    ...new Set(nominations.map(({ institutionId }) => institutionId)),
  ]);
  const nameOf = new Map(senders.map(({ id, name }) => [id, textIn(name, locale)]));
  const call = await findCall(db, workshop.id);
  const standings = await listStandings(
    db,
    nominations.map(({ id }) => id),
  );
  return nominations.map((nomination) => {
    const application = nomination.rank === null ? null : applicationStanding(call, standings.get(nomination.id));
    const { id, name, ...view } = nomineeView(nomination);
    return {
      ...{ id, code: workshop.code, name: name.name, secondName: name.second, ...view },
      sender: nameOf.get(nomination.institutionId) ?? { text: "", lang: locale },
      stateText: t(`nominations:state.${nomination.state}`),
      application,
      applicationText: application ? t(`applications:state.${application}`) : "",
      letterText: nomination.letterId === null ? "" : t("nominations:desk.hasLetter"),
      because: nomination.because ? t(`nominations:because.${nomination.because}`) : "",
      changedAt: formatInstant(locale, nomination.changedAt, actor.zone),
    };
  });
}
