import { listPartiesOf } from "#app/programmes/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { sessionsBeginOn } from "#app/workshops/life/life.rules.ts";
import type { WholeWorkshop, Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { callFields } from "./form.ts";
import { findCall, type StoredCall } from "./queries.ts";
import { type DeadlineProfile, deadlineProfileNames, offeredDeadlines, usualNominees } from "./rules.ts";

export type CallValues = Record<string, string | string[]>;

/** A call as the fields of its form; before it was saved once, empty but for what is usual. */
export async function callFormValues(db: Reader, workshop: Workshop): Promise<CallValues> {
  const stored = await findCall(db, workshop.id);
  return stored ? valuesOf(stored) : emptyValues;
}

function valuesOf({ content }: StoredCall): CallValues {
  const { texts, institutionIds, countries, hasPartA, nomineesMax, nomineeClosesOn, closesOn } = content;
  return {
    ...callFields.aim.write(texts.aim),
    ...callFields.who.write(texts.who),
    ...callFields.requirements.write(texts.requirements),
    ...callFields.how.write(texts.how),
    institutions: institutionIds.toSorted(),
    countries,
    partA: hasPartA ? "1" : "",
    applicationForm: content.applicationFormId ?? "",
    nomineesMax: String(nomineesMax),
    ...{ nomineeClosesOn, closesOn, reason: "" },
  };
}

const emptyValues: CallValues = {
  ...callFields.aim.write({}),
  ...callFields.who.write({}),
  ...callFields.requirements.write({}),
  ...callFields.how.write({}),
  ...{
    institutions: [],
    countries: [],
    partA: "",
    applicationForm: "",
    nomineesMax: "",
    nomineeClosesOn: "",
    closesOn: "",
    reason: "",
  },
};

type Offering = { at: Instant; profile: DeadlineProfile | null };

/**
 * What a new call begins with: the programme's senders, the number that follows from an equal share of the seats, the
 * workshop's own requirements, and the days of the chosen profile, or of the first that does not lie behind.
 */
export async function offeredValues(db: Reader, workshop: WholeWorkshop, offering: Offering): Promise<CallValues> {
  const parties = await listPartiesOf(db, [workshop.programmeId]);
  const senders = parties.filter(({ role }) => role === "sender").map(({ institutionId }) => institutionId);
  const institutions = [...new Set(senders)].toSorted();
  const share = institutions.length ? Math.floor(workshop.capacity / institutions.length) : 0;
  return {
    ...emptyValues,
    ...callFields.requirements.write(workshop.texts.requirements),
    institutions,
    nomineesMax: String(Math.min(99, usualNominees(share))),
    ...offeredClosing(workshop, offering),
  };
}

/** The days of a profile as fields; empty where all lie behind. */
export function offeredClosing(workshop: Workshop, { at, profile }: Offering) {
  const frame = { firstDay: sessionsBeginOn(workshop), today: localDate(at, workshop.zone) };
  const asked = profile ? [profile] : deadlineProfileNames;
  const [days] = asked.flatMap((name) => offeredDeadlines(name, frame) ?? []);
  return days ?? { nomineeClosesOn: "", closesOn: "" };
}
