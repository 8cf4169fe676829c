import { textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { countSent } from "#app/nominations/application/queries.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { listCalls } from "#app/nominations/call/queries.ts";
import { daysLeft } from "#app/nominations/call/rules.ts";
import { listWithLetter } from "#app/nominations/letter/queries.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { countStanding } from "#app/nominations/nomination/queries.ts";
import { standingStates } from "#app/nominations/nomination/rules.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { listInvitedSenders } from "./senders.queries.ts";

type Visit = Pick<Reading, "db" | "reach" | "actor" | "locale" | "t" | "at">;

export type CallCardView = Awaited<ReturnType<typeof callCards>>[number];

/** Every call that invites an institution of the reader's, with what is still owed: what closes first stands first. */
export async function callCards({ db, reach, actor, locale, t, at }: Visit) {
  const senders = await listInvitedSenders(db, reach.institutionIds);
  const workshopIds = [...new Set(senders.map(({ workshopId }) => workshopId))];
  const workshops = new Map((await listWorkshopsById(db, workshopIds)).map((workshop) => [workshop.id, workshop]));
  const calls = new Map((await listCalls(db, workshopIds)).map((call) => [call.workshopId, call]));
  const counts = await countStanding(db, workshopIds, reach.institutionIds);
  const sent = await countSent(db, workshopIds, reach.institutionIds);
  const letters = await listWithLetter(db, workshopIds, reach.institutionIds);
  const names = await listInstitutions(db, localDate(at, actor.zone), reach.institutionIds);
  return senders
    .flatMap(({ workshopId, institutionId }) => {
      const [workshop, call] = [workshops.get(workshopId), calls.get(workshopId)];
      if (!workshop || !call || workshop.state === "cancelled") return [];
      const { closesOn, zone, nomineesMax, applicationFormId } = call.content;
      const isOwn = (one: { workshopId: string; institutionId: string }) =>
        one.workshopId === workshopId && one.institutionId === institutionId;
      const own = counts.filter(isOwn);
      const of = (...states: string[]) =>
        own.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + Number(count), 0);
      const view = workshopView(workshop, { locale, t, at });
      return [
        {
          ...{ code: view.code, title: view.title, period: view.period, institutionId },
          institution: textIn(names.find(({ id }) => id === institutionId)?.name ?? {}, locale),
          isOneOfSeveral: reach.institutionIds.length > 1,
          closesOn,
          closing: deadlineTimes(closesOn, zone, { locale, t, zone: actor.zone }),
          isOpen: isCallOpen(call, workshop, at),
          daysLeft: daysLeft(closesOn, zone, at),
          most: nomineesMax,
          nominated: of(...standingStates),
          // how many have filled in theirs; null where none is asked for
          applications: applicationFormId ? Number(sent.find(isOwn)?.count ?? 0) : null,
          unsent: of("draft"),
          waiting: of("submitted"),
          returned: of("returned"),
          hasLetter: letters.some(isOwn),
        },
      ];
    })
    .toSorted((a, b) => a.closesOn.localeCompare(b.closesOn) || a.code.localeCompare(b.code));
}
