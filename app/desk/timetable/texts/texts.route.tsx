import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { writePlan } from "#app/timetable/plan/plan.commands.ts";
import { listSessionsOf, type Session } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { heldPlan, writeWithheld } from "../planning.ts";
import { titleField, titlesForm } from "./form.ts";
import { TitlesForm } from "./titles-form.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, t, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  return {
    frame,
    initial: titleValues(sessions),
    rows: sessions.map((session) => ({
      ...sessionView(session, { locale, zone: workshop.zone }, t),
      missing: locales.filter((one) => !session.title[one]?.trim()),
    })),
    told: await toldOf(visit, workshop),
    done: queryChoice(url, "done", ["saved"]),
  };
});

const titleValues = (sessions: readonly Session[]) =>
  Object.fromEntries(
    sessions.flatMap(({ number, title }) =>
      locales.map((locale) => [titleField(number, locale), title[locale] ?? ""] as const),
    ),
  );

export const action = guardedEdit("workshop.change", titlesForm, {
  hold: heldPlan,
  stored: async (_, { sessions }) => titleValues(sessions),
  record: (_, { sessions }) => ({
    actions: ["session.changed", "session.planned"],
    subjectId: (sessions[0] as Session).id,
  }),
  mostBytes: 2_000_000,
  async save(visit, planning) {
    const { trx, by, input, values, locale } = visit;
    const { workshop, sessions } = planning;
    const changed = sessions.flatMap((session) => {
      const title = input.titles.get(session.number);
      return title ? [{ session, facts: { ...session, title: { ...session.title, ...title } } }] : [];
    });
    const outcome = await writeWithheld(visit, { workshop, untold: input }, () =>
      writePlan(trx, planning, { changed }, by),
    );
    if (outcome.status === "refused") return refuse(invalid({ "": "desk:refused.over" }, values, 409));
    return redirect(to.timetableTexts({ locale, code: workshop.code }, { done: "saved" }));
  },
});

export default function TextsPage() {
  const { frame, rows, initial, told, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("timetable");
  const { code } = frame.workshop;
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  return (
    <WorkshopFrame {...frame} isWithin title={t("texts.title")}>
      <h2 className="mb-2 text-xl">{t("texts.title")}</h2>
      <p className="mb-4">
        <a className="link" href={to.timetable({ locale, code })}>
          {t("back")}
        </a>
      </p>
      {done ? <Notice tone="good" title={t("texts.saved")} /> : null}
      {rows.length ? (
        <>
          <p className="mb-4">{missing ? t("texts.missing", { count: missing }) : t("texts.complete")}</p>
          <TitlesForm
            rows={rows}
            initial={initial}
            told={told}
            languages={locales.map((one) => [one, endonyms[one]])}
          />
        </>
      ) : (
        <Empty title={t("texts.none")} />
      )}
    </WorkshopFrame>
  );
}
