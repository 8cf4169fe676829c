import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { deskProgramme, heldProgramme } from "#app/desk/programmes/desk-programme.ts";
import { ProgrammeFrame } from "#app/desk/programmes/programme-frame.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { archiveIndicator, recordValue, removeValue } from "#app/programmes/indicators/commands.ts";
import { indicatorPageForm } from "#app/programmes/indicators/form.ts";
import { findIndicator } from "#app/programmes/indicators/queries.ts";
import { IndicatorMeter } from "#app/statistics/indicators/indicator-meter.tsx";
import { indicatorViews } from "#app/statistics/indicators/indicator-view.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Facts, Lines } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { historyView } from "./history-view.ts";
import { IndicatorHistory } from "./indicator-history.tsx";
import { ValueForm } from "./value-form.tsx";

export const loader = guardedLoader("programme.read", async (visit) => {
  const { db, locale, t, at, actor, params, url } = visit;
  const { programme, frame } = await deskProgramme(visit);
  const stored = orNotFound(await findIndicator(db, programme.id, params.indicator ?? ""));
  const today = localDate(at, actor.zone);
  const views = await indicatorViews(db, programme, { locale, t, today });
  return {
    frame,
    indicator: orNotFound(views.find(({ id }) => id === stored.id)),
    history: await historyView(db, stored, { locale, t, zone: actor.zone }),
    done: queryChoice(url, "done", ["added", "changed", "measured", "unmeasured", "archived", "restored"]),
  };
});

export const action = guardedAction("programme.plan", indicatorPageForm, async (visit) => {
  const { trx, by, input, values, locale, params, at, actor } = visit;
  const { id: programmeId, code } = await heldProgramme(visit);
  const { id, measure } = orNotFound(await findIndicator(trx, programmeId, params.indicator ?? ""));
  const back = (done: string) => redirect(to.indicator({ locale, code, indicator: id }, { done }));
  if (input.part === "value") {
    if (measure !== "typed") return refuse(invalid({ value: "programmes:indicator.form.computed" }, values, 409));
    if (input.measuredOn > localDate(at, actor.zone))
      return refuse(invalid({ measuredOn: "programmes:indicator.form.future" }, values));
    await recordValue(trx, id, input, by);
    return back("measured");
  }
  if (input.part === "removal") {
    await removeValue(trx, id, input.measuredOn, by);
    return back("unmeasured");
  }
  await archiveIndicator(trx, id, input.part === "archiving", by);
  return back(input.part === "archiving" ? "archived" : "restored");
});

export default function IndicatorPage() {
  const { frame, indicator, history, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("programmes");
  const { code, mayPlan } = frame;
  const own = to.indicator({ locale, code, indicator: indicator.id });
  return (
    <ProgrammeFrame
      programme={frame}
      isWithin
      title={`${indicator.code} ${indicator.name.text}`}
      notice={done ? <Notice tone="good" title={t(`indicator.done.${done}`)} /> : null}
    >
      {indicator.isArchived ? <Notice isStanding tone="warn" title={t("indicator.isArchived")} /> : null}
      <Section
        title={
          <>
            <span className="figures">{indicator.code}</span> <LocalText value={indicator.name} note />
          </>
        }
        aside={
          mayPlan ? (
            <span className="print:hidden">
              <Button look="plain" isSmall href={to.indicatorFacts({ locale, code, indicator: indicator.id })}>
                {t("indicator.changeButton")}
              </Button>
            </span>
          ) : null
        }
      >
        <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[3fr_2fr]">
          <Panel pad="card">
            <IndicatorMeter indicator={indicator} />
            <p className="mt-3 text-sm text-hint">{t("indicator.howDrawn")}</p>
          </Panel>
          <IndicatorFacts indicator={indicator} />
        </div>
      </Section>
      {indicator.measure === "typed" && mayPlan && !indicator.isArchived ? (
        <ValueForm action={own} unit={indicator.unit} />
      ) : null}
      <IndicatorHistory history={history} action={own} mayPlan={mayPlan} isTyped={indicator.measure === "typed"} />
      {mayPlan ? (
        <p className="print:hidden">
          <PostButton look="plain" action={own} fields={{ part: indicator.isArchived ? "restoring" : "archiving" }}>
            {t(indicator.isArchived ? "indicator.restore" : "indicator.archive")}
          </PostButton>
        </p>
      ) : null}
    </ProgrammeFrame>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function IndicatorFacts({ indicator }: Pick<Loaded, "indicator">) {
  const { t } = useTranslation("programmes");
  const { level, source, measured, definition, verification, targets } = indicator;
  const text = (value: typeof definition) => (value.text ? <LocalText value={value} note /> : null);
  return (
    <Facts
      look="stacked"
      facts={[
        { term: t("indicator.field.level"), value: t(`indicator.level.${level}`) },
        { term: t("indicator.field.measure"), value: source },
        { term: t("indicator.field.measuredOn"), value: measured },
        { term: t("indicator.field.definition"), value: text(definition) },
        { term: t("indicator.field.verification"), value: text(verification) },
        {
          term: t("indicator.targets"),
          value: targets.length ? (
            <Lines lines={targets.map(({ day, text: value }) => ({ text: t("indicator.targetOn", { day, value }) }))} />
          ) : null,
        },
      ]}
    />
  );
}
