import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { settable } from "#app/documents/glyphs.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { formatDay, formatList } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dateOf } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryCount } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { PaperForm } from "./paper-form.tsx";
import { printedNames } from "./people/printed-names.ts";

export const loader = guardedLoader("participant.read", async (visit) => {
  const { db, actor, locale, t, at, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const people = (await listParticipants(db, workshop.id)).filter(({ state }) => state !== "withdrawn");
  const seated = people.filter(({ state }) => isSeated(state));
  const fonts = readFontCoverage();
  const isCut = (names: string[]) => names.some((name) => settable(fonts, name) !== name);
  // what is signed next is what is printed today
  const next = sessions.find(({ endsAt }) => endsAt > at);
  const cut = people.map(printedNames).filter(isCut);
  return {
    frame,
    sessions: sessions.map(({ number, title, startsLocal }) => ({
      value: String(number),
      label: `${number}. ${textIn(title, locale).text || t("workshops:session.untitled", { number })}`,
      day: dateOf(startsLocal),
    })),
    days: [...new Set(sessions.map(({ startsLocal }) => dateOf(startsLocal)))].map((day) => ({
      value: day as string,
      label: formatDay(locale, day),
    })),
    chosen: String(queryCount(url, "session") ?? next?.number ?? ""),
    today: next ? dateOf(next.startsLocal) : "",
    people: people.length,
    seated: seated.length,
    unconfirmed: seated.filter(({ nameConfirmedAt }) => !nameConfirmedAt).length,
    cut: cut.length
      ? formatList(
          locale,
          cut.slice(0, 10).map(([name]) => name),
        )
      : "",
    mayPlan: mayHere(actor, "workshop.change", workshop),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function PapersPage() {
  const { frame, sessions, people, unconfirmed, cut, ...rest } = useLoaderData<typeof loader>();
  const { t } = useTranslation("papers");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("title")}>
      <h2 className="mb-2 text-xl">{t("title")}</h2>
      <p className="mb-6 max-w-[65ch] text-hint">{t("lead")}</p>
      {sessions.length ? (
        <OfSessions code={code} sessions={sessions} {...rest} />
      ) : (
        <NoSessions code={code} {...rest} />
      )}
      {people ? <OfPeople code={code} unconfirmed={unconfirmed} cut={cut} /> : <Nobody />}
    </WorkshopFrame>
  );
}

const grid = "mb-6 grid gap-4 lg:grid-cols-2 xl:grid-cols-3";

type OfSessionsProps = Pick<Loaded, "sessions" | "days" | "chosen" | "today"> & { code: string };

function OfSessions({ code, sessions, days, chosen, today }: OfSessionsProps) {
  const { t } = useTranslation("papers");
  const everyDay = { value: "all", label: t("everyDay") };
  return (
    <div className={grid}>
      <PaperForm code={code} kind="sign-in" title={t("forSession")} text={t("text.session")} fields={["whom"]}>
        {{ name: "session", label: t("field.session"), options: sessions, value: chosen }}
      </PaperForm>
      <PaperForm code={code} kind="sign-in" title={t("forDay")} text={t("text.day")} fields={["whom"]}>
        {{ name: "day", label: t("field.day"), options: [...days, everyDay], value: today }}
      </PaperForm>
      <PaperForm code={code} kind="timetable" title={t("head.timetable")} text={t("text.timetable")} />
    </div>
  );
}

function OfPeople({ code, unconfirmed, cut }: Pick<Loaded, "unconfirmed" | "cut"> & { code: string }) {
  const { t } = useTranslation("papers");
  return (
    <>
      <div className={grid}>
        <PaperForm
          {...{ code, kind: "participants", title: t("head.participants"), text: t("text.participants") }}
          fields={["whom"]}
        />
        <PaperForm {...{ code, kind: "badges", title: t("head.badges"), text: t("text.badges") }} fields={["whom"]} />
        <PaperForm
          {...{ code, kind: "signs", title: t("head.signs"), text: t("text.signs") }}
          fields={["whom", "letters"]}
        />
      </div>
      {unconfirmed ? <Hint>{t("unconfirmed", { count: unconfirmed })}</Hint> : null}
      {cut ? <Hint>{t("missing", { names: cut })}</Hint> : null}
    </>
  );
}

function Nobody() {
  const { t } = useTranslation("papers");
  return <Empty title={t("nobody.title")}>{t("nobody.text")}</Empty>;
}

function NoSessions({ code, mayPlan }: { code: string; mayPlan: boolean }) {
  const { t, locale } = useTranslation("papers");
  const add = (
    <Button look="plain" href={to.newSession({ locale, code })}>
      {t("noSessions.add")}
    </Button>
  );
  return (
    <div className="mb-6">
      <Empty title={t("noSessions.title")} action={mayPlan ? add : null}>
        {t("noSessions.text")}
      </Empty>
    </div>
  );
}
