import { covers, type Reach, reachOf } from "#app/access/permissions.ts";
import { grantView } from "#app/accounts/grants/grant-places.ts";
import type { listDoubleAccounts } from "#app/accounts/merge/merge.queries.ts";
import { isOfferedBefore } from "#app/accounts/merge/merge.rules.ts";
import { listGrants } from "#app/accounts/queries.ts";
import { shareIn } from "#app/attendance/measures.rules.ts";
import { countMarksOfEnrolments } from "#app/attendance/queries.ts";
import { listCertificatesOf } from "#app/certificates/queries.ts";
import { mayStay, offeredToStay } from "#app/enrolment/merge/merge.rules.ts";
import { findRank } from "#app/enrolment/queries.ts";
import { formatDate, formatShare } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import {
  chosenFields,
  differing,
  offeredSide,
  type PersonRecord,
  type Side,
  type Sides,
  sides,
} from "#app/people/merge/merge.rules.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { listShared, type SharedWorkshop } from "./merge.queries.ts";
import { mergedFact } from "./merged-fact.ts";

export type FactView = Awaited<ReturnType<typeof factsOfPair>>[number];

/** The facts of two people, each in words; of those that differ the side that is offered. */
export async function factsOfPair({ db, locale, t, at }: Reading, pair: Sides<PersonRecord>, hasAccount: boolean) {
  const institutions = await institutionLabels(db, { locale, t, at });
  const differ = differing(pair);
  return (
    chosenFields
      .map((field) => ({
        field,
        kept: mergedFact(field, pair.kept, { institutions, t }),
        gone: mergedFact(field, pair.gone, { institutions, t }),
        offered: differ.includes(field) ? offeredSide(field, pair) : null,
      }))
      // whoever has an account is written to at its address
      .filter(({ field, kept, gone }) => (kept || gone) && !(field === "email" && hasAccount))
  );
}

export type AccountView = NonNullable<Awaited<ReturnType<typeof accountsOfPair>>>;

/** The accounts of two people who both have one, and whose is offered to stay; null where they do not. */
export async function accountsOfPair(
  { db, actor, locale, t, at }: Reading,
  { kept, gone }: Sides<PersonRecord>,
  accounts: Awaited<ReturnType<typeof listDoubleAccounts>>,
) {
  const [ofKept, ofGone] = [kept, gone].map(({ id }) => accounts.find(({ personId }) => personId === id));
  if (!ofKept || !ofGone) return null;
  const institutions = await institutionLabels(db, { locale, t, at });
  const grants = await listGrants(db, [ofKept.id, ofGone.id]);
  const view = ({ id, email, state }: typeof ofKept) => ({
    email,
    state,
    isOwn: id === actor.accountId,
    roles: grants.filter(({ accountId }) => accountId === id).map((grant) => grantView(grant, institutions)),
  });
  const isOwn = (account: typeof ofKept) => account.id === actor.accountId;
  const offered: Side = isOwn(ofKept) || (!isOwn(ofGone) && isOfferedBefore(ofKept, ofGone)) ? "kept" : "gone";
  return { kept: view(ofKept), gone: view(ofGone), offered };
}

export type SharedView = Awaited<ReturnType<typeof sharedOfPair>>[number];

/** The workshops in which both are: what each has there. Of one that is out of reach no more than that it is one. */
export async function sharedOfPair(visit: Reading, pair: Sides<PersonRecord>) {
  const { db, actor, locale } = visit;
  const shared = await listShared(db, pair.kept.id, pair.gone.id);
  const workshops = await listWorkshopsById(
    db,
    shared.map(({ workshopId }) => workshopId),
  );
  const reach = reachOf(actor, "participant.change");
  const sideOf = await enrolmentSides(visit, pair, shared);
  return shared.map((one) => {
    const workshop = workshops.find(({ id }) => id === one.workshopId);
    if (!workshop || !isWithin(reach, one)) return { workshopId: one.workshopId, within: null };
    const within = {
      code: one.code,
      title: textIn(workshop.texts.title, locale),
      kept: sideOf(one, "kept", workshop),
      gone: sideOf(one, "gone", workshop),
      offered: offeredToStay(one),
      mayStay: mayStay(one),
    };
    return { workshopId: one.workshopId, within };
  });
}

const isWithin = (reach: Reach, { programmeId, workshopId }: SharedWorkshop) =>
  covers(reach, { programmeId, workshopId });

export type EnrolmentSideView = NonNullable<SharedView["within"]>["kept"];

async function enrolmentSides(
  { db, actor, locale }: Reading,
  { kept, gone }: Sides<PersonRecord>,
  shared: SharedWorkshop[],
) {
  const enrolments = shared.flatMap((one) => sides.map((side) => one[side]));
  const countsOf = await countMarksOfEnrolments(db, enrolments);
  const certificates = [...(await listCertificatesOf(db, kept.id)), ...(await listCertificatesOf(db, gone.id))];
  const ranks = new Map<string, number | null>();
  for (const one of enrolments) ranks.set(one.id, await findRank(db, one));
  return (one: SharedWorkshop, side: Side, workshop: Workshop) => {
    const { id, state, requestedAt, isCertified } = one[side];
    const counts = countsOf.get(id);
    return {
      state,
      rank: ranks.get(id) ?? null,
      requested: formatDate(locale, localDate(requestedAt, actor.zone)),
      attendance: counts && isMarked(counts) ? formatShare(locale, shareIn(workshop.state, counts)) : null,
      certificates: certificates
        .filter(({ enrolmentId }) => enrolmentId === id)
        .map(({ number, status }) => ({ number, status })),
      isCertified,
    };
  };
}

const isMarked = ({ present, late, excused, absent }: Record<"present" | "late" | "excused" | "absent", number>) =>
  present + late + excused + absent > 0;
