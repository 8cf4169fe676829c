import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { listModules } from "#app/workshops/modules/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const modules = (await listModules(db, workshop.id)).map(({ id, position, title, objective, indicator }) => ({
    ...{ id, position },
    title: textIn(title, locale),
    objective: textIn(objective, locale),
    indicator: textIn(indicator, locale),
    sessions: sessions
      .filter(({ moduleId }) => moduleId === id)
      .map((session) => ({ number: session.number, title: textIn(session.title, locale) })),
  }));
  return { frame, modules, done: queryChoice(url, "done", ["saved", "moved", "removed", "used"]) };
});

type Row = Awaited<ReturnType<typeof loader>>["modules"][number];

export default function ModulesPage() {
  const { frame, modules, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("workshops");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("module.list")}>
      {done ? <Notice tone={done === "used" ? "warn" : "good"} title={t(`module.done.${done}`)} /> : null}
      <h2 className="mb-2 text-xl">{t("module.list")}</h2>
      <p className="mb-6 max-w-[65ch]">{t("module.lead")}</p>
      {modules.length ? (
        <Panel as="ol" pad="sides" isRuled>
          {modules.map((module) => (
            <li key={module.id} className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[1fr_auto]">
              <ModuleEntry
                code={code}
                module={module}
                isFirst={module === modules[0]}
                isLast={module === modules.at(-1)}
              />
            </li>
          ))}
        </Panel>
      ) : (
        <Empty title={t("module.empty.title")}>{t("module.empty.text")}</Empty>
      )}
      <p className="mt-6 print:hidden">
        <Button look="main" href={to.newModule({ locale, code })}>
          {t("module.add")}
        </Button>
      </p>
    </WorkshopFrame>
  );
}

type EntryProps = { code: string; module: Row; isFirst: boolean; isLast: boolean };

function ModuleEntry({ code, module, isFirst, isLast }: EntryProps) {
  const { t, locale } = useTranslation("workshops");
  const { id, position, title, objective, indicator, sessions } = module;
  const own = to.module({ locale, code, module: id });
  return (
    <>
      <div>
        <h3 className="text-lg">
          <span className="figures">{position}.</span>{" "}
          <a className="link" href={own}>
            <LocalText value={title} note />
          </a>
        </h3>
        <Facts
          look="stacked"
          facts={[
            { term: t("module.objective"), value: objective.text ? <LocalText value={objective} /> : null },
            { term: t("module.indicator"), value: indicator.text ? <LocalText value={indicator} /> : null },
            {
              term: t("module.sessions", { count: sessions.length }),
              value: sessions.length ? <SessionLinks code={code} sessions={sessions} /> : t("module.noSession"),
            },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-start gap-3 print:hidden">
        {isFirst ? null : (
          <PostButton look="plain" isSmall action={to.moduleStep({ locale, code, module: id })} fields={{ step: "up" }}>
            {t("module.up")}
          </PostButton>
        )}
        {isLast ? null : (
          <PostButton
            look="plain"
            isSmall
            action={to.moduleStep({ locale, code, module: id })}
            fields={{ step: "down" }}
          >
            {t("module.down")}
          </PostButton>
        )}
        {sessions.length ? null : (
          <PostButton
            look="grave"
            isSmall
            action={to.moduleStep({ locale, code, module: id })}
            fields={{ step: "removal" }}
          >
            {t("module.remove")}
          </PostButton>
        )}
      </div>
    </>
  );
}

function SessionLinks({ code, sessions }: { code: string; sessions: Row["sessions"] }) {
  const { t, locale } = useTranslation(["workshops", "common"]);
  return sessions.map(({ number, title }, index) => (
    <span key={number}>
      {index ? t("common:fact.between") : null}
      <a className="link" href={to.session({ locale, code, n: number })}>
        {title.text ? <LocalText value={title} /> : t("session.untitled", { number })}
      </a>
    </span>
  ));
}
