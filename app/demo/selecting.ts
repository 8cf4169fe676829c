import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { announceSelection, promiseOf } from "#app/enrolment/selection/announcement/announcing.commands.ts";
import { findCandidates } from "#app/enrolment/selection/candidates.queries.ts";
import { publishCall, saveCall } from "#app/nominations/call/commands.ts";
import { callForm } from "#app/nominations/call/form.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { findNomination, listNominable, listStanding } from "#app/nominations/nomination/queries.ts";
import { endorse, returnNomination } from "#app/nominations/nomination/steps.commands.ts";
import { draftDecisions } from "#app/nominations/selection/commands.ts";
import type { DecisionInput } from "#app/nominations/selection/form.ts";
import { draftVersion } from "#app/nominations/selection/selection.rules.ts";
import { plusDays } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted } from "./accepted.ts";
import { applyAll, askOwn, standardForm } from "./applying.ts";
import { type Calling, calls, comingIn, sendWithLetter } from "./calling.ts";
import { demoCall, demoSelection } from "./content/calls.ts";
import { beginReview, judgeAll, judgeOpen, reviewers } from "./reviewing.ts";
import type { Rows } from "./rows/rows.ts";
import { agreeTo, proposeInPlace } from "./substituting.ts";

/** Days before now on which each thing has happened: the call closes between the second and the third. */
const ago = {
  ...{ published: 24, nominated: 14, applied: 13.5, closed: 9, returned: 8, reviewed: 6, announced: 4 },
  ...{ replaced: 3, corrected: 2, judged: 1.5, agreed: 1.2, drafted: 1, replacing: 0.5 },
};

/**
 * A call that is over: two institutions have sent four people each. Three nominations were returned for correction, the
 * others are reviewed and announced; of those that were corrected one is drafted for the next round. Of those who were
 * selected one has left their seat to a substitute; for another one a substitute is proposed.
 */
export async function select(trx: Writer, rows: Rows, { at, pdf, keys }: Calling): Promise<void> {
  const accountOf = (email: string) => rows.account.find((one) => one.email === email)?.id ?? null;
  const host = (days: number): By => ({ accountId: accountOf("coordinator@demo.example"), at: plusDays(at, -days) });
  const focal = (days: number): By => ({ accountId: accountOf("focal-mx@demo.example"), at: plusDays(at, -days) });
  const code = comingIn(rows, at)[calls]?.code ?? "";
  const workshop = await heldBy(trx, code);
  const senders = ["MX-CUSTOMS", "JP-CUSTOMS"].flatMap(
    (name) => rows.institution.find((one) => one.code === name) ?? [],
  );
  const closesOn = plusLocalDays(localDate(at, "UTC"), -ago.closed);
  const days = { nomineeClosesOn: plusLocalDays(closesOn, -4), closesOn, reason: "" };
  const applicationForm = (await standardForm(trx)).id;
  const institutions = senders.map(({ id }) => id);
  const input = callForm.parse({ ...demoCall, ...days, institutions, nomineesMax: "4", partA: "", applicationForm });
  accepted(await saveCall(trx, workshop, input, host(ago.published)));
  await askOwn(trx, workshop, host(ago.published));
  accepted(await publishCall(trx, workshop, host(ago.published)));
  for (const institutionId of institutions) {
    const own = rows.person.filter((person) => person.institutionId === institutionId).map(({ id }) => id);
    const free = (await listNominable(trx, workshop.id, own)).filter(({ isEnrolled }) => !isEnrolled);
    // the last three, and behind them one more
    const people = [...free.slice(-3), ...free.slice(-4, -3)].map(({ id }) => id);
    accepted(await nominate(trx, { workshop, institutionId }, people, focal(ago.nominated)));
    await sendWithLetter(trx, { workshop, institutionId, pdf }, focal(ago.nominated));
    await applyAll(trx, rows, { workshop, at: plusDays(at, -ago.applied), keys }, people);
  }
  await beginReview(trx, workshop, plusLocalDays(localDate(at, "UTC"), 2), host(ago.returned));
  const [mexico, japan] = institutions;
  const standing = async (institutionId: Id<"institution"> | undefined) =>
    institutionId ? await listStanding(trx, { workshopId: workshop.id, institutionId }) : [];
  const returned = [...(await standing(mexico)).slice(2), ...(await standing(japan)).slice(3)];
  const [last] = returned;
  if (!last) throw new Error("The demo has nobody to select.");
  const correctByOn = plusLocalDays(localDate(at, "UTC"), 3);
  const returning = { who: "host" as const, reason: demoSelection.returned, correctByOn };
  for (const one of returned) accepted(await returnNomination(trx, workshop, one, returning, host(ago.returned)));

  const reviewer = (days: number) => (place: number) => ({
    accountId: accountOf(reviewers[place] ?? ""),
    at: plusDays(at, -days),
  });
  const decided = (await findCandidates(trx, workshop)).candidates.map(({ id }) => id);
  await judgeAll(trx, { workshop, by: reviewer(ago.reviewed) }, decided);
  const [first, second, ...others] = decided;
  const [third, ...rest] = others;
  const selected = [first, third, ...rest.slice(0, 1)].flatMap((id) => id ?? []);
  const notSelected = [second, ...rest.slice(1)].flatMap((id) => id ?? []);
  const byRule = { decision: "selected", eligibility: "eligible", rule: "roundRobin" } as const;
  await draft(trx, code, { n: selected, ...byRule }, host(ago.announced));
  const because = { because: "experience" as const, note: demoSelection.note };
  await draft(trx, code, { n: notSelected, decision: "notSelected", ...because }, host(ago.announced));
  const promised = promiseOf((await findCandidates(trx, workshop)).candidates);
  accepted(await announceSelection(trx, await heldBy(trx, code), promised, host(ago.announced)));

  const place = { code, rows, pdf };
  const [leaving, staying] = [selected[0], selected.at(-1)];
  if (!leaving || !staying) throw new Error("The demo has selected nobody.");
  const substitute = await proposeInPlace(trx, place, { id: leaving, because: "post" }, focal(ago.replaced));
  for (const { id } of returned) {
    const corrected = await findNomination(trx, { workshopId: workshop.id, id });
    if (corrected) accepted(await endorse(trx, await heldBy(trx, code), [corrected], focal(ago.corrected)));
  }
  const open = returned.map(({ id }) => id);
  await judgeOpen(trx, { workshop, by: reviewer(ago.judged) }, open);
  await agreeTo(trx, code, substitute, host(ago.agreed));
  await draft(trx, code, { n: [last.id], decision: "selected", eligibility: "eligible" }, host(ago.drafted));
  const japanese = { accountId: accountOf("focal-jp@demo.example"), at: plusDays(at, -ago.replacing) };
  await proposeInPlace(trx, place, { id: staying, because: "workload" }, japanese);
}

async function heldBy(trx: Writer, code: string): Promise<HeldWorkshop> {
  const workshop = await holdWorkshop(trx, code, everywhere);
  if (!workshop) throw new Error(`The demo has no workshop ${code}.`);
  return workshop;
}

type Drafted = Partial<DecisionInput> & { n: Id<"nomination">[]; decision: DecisionInput["decision"] };

async function draft(trx: Writer, code: string, said: Drafted, by: By): Promise<void> {
  const workshop = await heldBy(trx, code);
  const { candidates } = await findCandidates(trx, workshop);
  const version = draftVersion(candidates.filter(({ id }) => said.n.includes(id)));
  const input = { eligibility: "" as const, because: "" as const, note: "", rule: "" as const, ...said, version };
  const refused = await draftDecisions(trx, { workshop, candidates }, input, by);
  if (refused) throw new Error(`A decision of the demo is refused: ${refused}.`);
}
