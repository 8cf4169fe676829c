import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { readLedger } from "#app/enrolment/quotas/ledger/ledger-view.ts";
import { SeatGrid } from "#app/enrolment/quotas/ledger/seat-grid.tsx";
import { releaseQuota } from "#app/enrolment/quotas/quotas.commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FilterSelect, Filters, FilterText } from "#app/ui/form/filters.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { releaseForm } from "./form.ts";
import { askedIn, numberIn, trialChoices, trialOf } from "./trial-view.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const read = await readLedger(visit, workshop);
  const choices = trialChoices(read, visit);
  const asked = queryText(url, "what", 80);
  const what = choices.some(({ value }) => value === asked) ? asked : "";
  const seats = queryText(url, "seats", 12);
  const found = what ? askedIn(read.ledger, what, seats) : null;
  return {
    frame,
    choices,
    what,
    seats,
    lacksNumber: what !== "" && !found && numberIn(seats) === null,
    label: choices.find(({ value }) => value === what)?.label ?? "",
    result: found && trialOf(read, found, visit),
    releases: found?.releases ?? null,
  };
});

export const action = guardedAction("workshop.change", releaseForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await reachedId(visit);
  const outcome = await releaseQuota(trx, { workshopId: workshop.id, quotaId: input.quota }, by);
  if (outcome.status === "refused") return refuse(invalid({ "": "quotas:refused.gone" }, values, 409));
  return redirect(to.quotas({ locale, code: workshop.code }, { done: "released", seats: String(outcome.promoted) }));
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function TrialPage() {
  const { frame, choices, what, seats, lacksNumber, label, result, releases } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("quotas");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("trial.title")}>
      <p className="mb-2 print:hidden">
        <a className="link" href={to.quotas({ locale, code })}>
          {t("back")}
        </a>
      </p>
      <h2 className="mb-2 text-2xl">{t("trial.title")}</h2>
      <p className="hint mb-4 max-w-[65ch]">{t("trial.lead")}</p>
      <Filters submit={t("trial.submit")} className="mb-6" chosen={what ? 1 : 0}>
        <FilterSelect name="what" label={t("trial.what")} value={what}>
          <option value="">{t("trial.choose")}</option>
          {[...Map.groupBy(choices, ({ group }) => group ?? "")].map(([group, own]) => (
            <optgroup key={group} label={group}>
              {own.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </FilterSelect>
        <FilterText name="seats" label={t("trial.number")} value={seats} />
      </Filters>
      {lacksNumber ? <Notice tone="warn" isStanding title={t("trial.needsNumber")} /> : null}
      {result ? <Result label={label} result={result} releases={releases} /> : null}
    </WorkshopFrame>
  );
}

type ResultProps = { label: string; result: NonNullable<Loaded["result"]>; releases: Loaded["releases"] };

function Result({ label, result: { refused, lines, groups, counts }, releases }: ResultProps) {
  const { t } = useTranslation("quotas");
  if (refused)
    return (
      <Notice tone="bad" isStanding title={t("trial.refused", { what: label })}>
        <p>{refused}</p>
      </Notice>
    );
  return (
    <Section title={label}>
      <ul className="mb-6 max-w-[65ch] list-disc space-y-1 ps-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Counts counts={counts} />
      <SeatGrid groups={groups} />
      {releases ? (
        <PressForm className="print:hidden">
          <input type="hidden" name="quota" value={releases} />
          <Button look="grave">{t("trial.releaseNow")}</Button>
        </PressForm>
      ) : null}
    </Section>
  );
}

type Counts = NonNullable<Loaded["result"]>["counts"];

function Counts({ counts }: { counts: Counts }) {
  const { t } = useTranslation("quotas");
  const text = ({ seats, seatsTaken, reserveCount }: Counts[number]["before"]) =>
    t("trial.counted", { taken: seatsTaken, seats, waiting: reserveCount });
  return (
    <div className="mb-6">
      <Table
        caption={t("trial.counts")}
        isDense
        columns={[
          { name: "group", label: t("list.group"), cell: ({ group }) => group, isHeading: true },
          { name: "before", label: t("trial.before"), cell: ({ before }) => text(before) },
          { name: "after", label: t("trial.after"), cell: ({ after }) => text(after) },
        ]}
        rows={counts}
        keyOf={({ group }) => group}
      />
    </div>
  );
}
