import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { seatNames } from "#app/enrolment/quotas/ledger/ledger-view.ts";
import { divideSeats } from "#app/enrolment/quotas/quotas.commands.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import { countries } from "#app/institutions/rules.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import { quotaKey } from "#app/nominations/quotas/rules.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { type Acting, guardedLoader } from "#app/web/doors/form-door.ts";
import { type FieldErrors, invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { lastDayOf } from "#app/workshops/moments.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { DivisionFields } from "./division-fields.tsx";
import { divisionValues } from "./division-form-values.ts";
import { type DivisionInput, divisionForm, mostQuotas, quotaRows, readQuotas } from "./form.ts";

/** Where nobody has said it yet: two weeks before the first day, and one. */
const offered = { promotionDays: "14", freezeDays: "7" };

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const stored = await divisionValues(db, workshop);
  const quotas = await listQuotas(db, workshop.id);
  const senders = await institutionChoices(
    db,
    visit,
    quotas.map(({ institutionId }) => institutionId),
  );
  const isFirst = !quotas.length && workshop.promotionDays === null && workshop.freezeDays === null;
  return {
    frame,
    stored,
    initial: isFirst ? { ...stored, ...offered } : stored,
    rows: Math.min(mostQuotas, Math.max(4, quotas.length + 2)),
    choices: [
      ...senders.map(({ value, label }) => ({
        value: `institution:${value}`,
        label,
        group: t("quotas:form.institutions"),
      })),
      ...countries.map((country) => ({
        value: `country:${country}`,
        label: t("quotas:group.country", { country: countryName(country, locale, t) }),
        group: t("quotas:form.countries"),
      })),
    ],
    seatsTaken: workshop.seatsTaken,
  };
});

export const action = guardedEdit("workshop.change", divisionForm, {
  hold: heldWorkshop,
  stored: ({ trx }, workshop) => divisionValues(trx, workshop),
  lists: ["quota"],
  record: (_, { id }) => ({ actions: ["workshop.quotasChanged", "workshop.quotaReleased"], subjectId: id }),
  async save(visit, workshop) {
    const { trx, by, input, values, locale } = visit;
    const { capacity, promotionDays, freezeDays, confirmDays } = input;
    const rows = readQuotas(input).quotas;
    const problem = await problemIn(visit, workshop, rows);
    if (problem) return refuse(invalid(problem, values));
    const quotas = rows.map(({ row: _, ...quota }) => quota);
    const windows = { promotionDays, freezeDays, confirmDays };
    const outcome = await divideSeats(trx, workshop.id, { capacity, quotas, ...windows }, by);
    if (outcome.status === "refused")
      return refuse(invalid(await refusedAs(visit, workshop, { outcome, rows }), values, 409));
    return redirect(to.quotas({ locale, code: workshop.code }, { done: "divided", seats: String(outcome.promoted) }));
  },
});

type Rows = ReturnType<typeof readQuotas>["quotas"];
type Visit = Acting<DivisionInput>;

/** An institution that is not there, and a day that nobody could wait for. */
async function problemIn({ trx, by }: Visit, workshop: HeldWorkshop, rows: Rows): Promise<FieldErrors | null> {
  const known = new Map((await listQuotas(trx, workshop.id)).map((quota) => [quotaKey(quota), quota.releaseOn]));
  const today = localDate(by.at, workshop.zone);
  for (const { row, institutionId, releaseOn, country } of rows) {
    if (institutionId && !(await isInstitution(trx, institutionId)))
      return { [quotaRows.nameOf(row, "for")]: "common:form.choose" };
    const isKept = known.get(quotaKey({ institutionId, country })) === releaseOn;
    const because = releaseOn && !isKept ? dayProblem(releaseOn, today, lastDayOf(workshop, 0)) : null;
    if (because) return { [quotaRows.nameOf(row, "releaseOn")]: because };
  }
  return null;
}

function dayProblem(day: LocalDate, today: LocalDate, firstDay: LocalDate): string | null {
  if (day <= today) return "quotas:form.releasePast";
  return day >= firstDay ? "quotas:form.releaseLate" : null;
}

type Refused = { outcome: Extract<Awaited<ReturnType<typeof divideSeats>>, { status: "refused" }>; rows: Rows };

/** What is too few is said where it was asked for, with the names of those who have a seat there. */
async function refusedAs({ trx, locale }: Visit, { id }: HeldWorkshop, { outcome, rows }: Refused) {
  const { because, quota, people } = outcome;
  const row = quota === null ? undefined : rows[quota];
  const field = row ? quotaRows.nameOf(row.row, "seats") : because === "frozen" ? "freezeDays" : "capacity";
  const names = await seatNames(trx, id, people);
  const key = `quotas:refused.${because}`;
  return { [field]: { key, values: { count: String(people.length), names: formatList(locale, names) } } };
}

export default function DivisionPage() {
  const { frame, ...form } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("quotas");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("division.title")}>
      <p className="mb-2">
        <a className="link" href={to.quotas({ locale, code })}>
          {t("back")}
        </a>
      </p>
      <h2 className="mb-2 text-2xl">{t("division.title")}</h2>
      <p className="hint mb-6 max-w-[65ch]">{t("division.lead")}</p>
      <DivisionFields {...form} />
    </WorkshopFrame>
  );
}
