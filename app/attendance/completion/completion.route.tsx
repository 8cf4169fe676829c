import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { completeWorkshop } from "#app/attendance/commands.ts";
import { formatShare } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { areAllHeld } from "#app/timetable/rules.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { stepRefusal } from "#app/workshops/steps.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { completionView } from "./completion-view.ts";

/** Shows what will follow from the end of a workshop, and asks. */
export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const because = stepRefusal(workshop, "completed", { isHeld: areAllHeld(sessions, at) }, at);
  if (because) throw redirect(to.overview({ locale, code: workshop.code }, { refused: because }));
  return {
    frame,
    minimum: formatShare(locale, workshop.minimumAttendance / 100),
    ...(await completionView(db, workshop, sessions)),
  };
});

export const action = guardedAction("workshop.change", noFields, async (visit) => {
  const { trx, by, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await completeWorkshop(trx, workshop, by);
  const { code } = workshop;
  if (outcome.status === "refused")
    return refuse(redirect(to.overview({ locale, code }, { refused: outcome.because })));
  return redirect(to.certificates({ locale, code }, { done: "completed" }));
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function CompletionPage() {
  const { frame, nothingCounts, sheets, ...outcome } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("attendance");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("completion.title")}>
      <h2 className="mb-2 text-xl">{t("completion.title")}</h2>
      <p className="mb-6 max-w-[65ch]">{t("completion.lead")}</p>
      {nothingCounts ? (
        <Notice isStanding tone="warn" title={t("completion.nothingCounts.title")}>
          {t("completion.nothingCounts.text")}
        </Notice>
      ) : null}
      {sheets.length ? <Unmarked sheets={sheets} code={code} /> : null}
      <Outcome {...outcome} />
      <ul className="mb-8 max-w-[65ch] list-disc space-y-2 ps-6">
        <li>{t("completion.fixed")}</li>
        <li>{t("completion.certificates")}</li>
        <li>{t("completion.back")}</li>
      </ul>
      <PressForm className="flex flex-wrap gap-4">
        <Button look="main">{t("completion.confirm")}</Button>
        <Button look="plain" href={to.overview({ locale, code })}>
          {t("completion.later")}
        </Button>
      </PressForm>
    </WorkshopFrame>
  );
}

/** Sheets in which somebody has no mark yet, each one step away. */
function Unmarked({ sheets, code }: Pick<Loaded, "sheets"> & { code: string }) {
  const { t, locale } = useTranslation("attendance");
  return (
    <Notice isStanding tone="warn" title={t("completion.unmarked.title")}>
      <p>{t("completion.unmarked.text")}</p>
      <ul className="flex flex-wrap gap-x-6">
        {sheets.map(({ number, marked, of }) => (
          <li key={number}>
            <a className="link inline-block py-1" href={to.sheet({ locale, code, n: number })}>
              {t("completion.unmarked.sheet", { number, marked, of })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** How many will have completed the workshop, and who will not, with the reason. */
function Outcome({ completing, short, minimum }: Pick<Loaded, "completing" | "short" | "minimum">) {
  const { t } = useTranslation("attendance");
  const facts = [
    { term: t("completion.completing"), value: t("completion.people", { count: completing }) },
    { term: t("completion.short"), value: t("completion.people", { count: short.length }) },
  ];
  return (
    <Panel pad="card" className="mb-6 max-w-3xl">
      <Facts look="columns" facts={facts} />
      {short.length ? (
        <ul className="mt-4 divide-y divide-hairline border-t border-hairline">
          {short.map(({ id, name, attended, base }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 py-2">
              <span className="font-bold text-ink">
                <PersonName value={name} />
              </span>
              <span>
                {base ? t("completion.attended", { attended, base, minimum }) : t("completion.alwaysExcused")}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
