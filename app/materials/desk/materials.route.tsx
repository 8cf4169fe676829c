import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { moveMaterial, removeMaterial, restoreMaterial } from "#app/materials/commands.ts";
import { listForm } from "#app/materials/form.ts";
import { mayChangeMaterials } from "#app/materials/looking.ts";
import { GroupTitle } from "#app/materials/material-list.tsx";
import { grouped, keptView } from "#app/materials/materials-view.ts";
import { findKept, findReadersCopy, listAdders, listKept } from "#app/materials/queries.ts";
import { daysToRestore, readCode } from "#app/materials/rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { copyView } from "./copies-view.ts";
import { CopySearch } from "./copy-search.tsx";
import { KeptRow } from "./kept-row.tsx";

export const loader = guardedLoader("material.add", async (visit) => {
  const { db, locale, t, actor, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const all = await listKept(db, workshop.id);
  const adders = await listAdders(db, [...new Set(all.flatMap(({ addedBy }) => addedBy ?? []))]);
  const viewOf = (material: (typeof all)[number]) => keptView(material, { locale, t, zone: actor.zone, adders });
  const there = all.filter(({ removedAt }) => removedAt === null).map(viewOf);
  const number = Number(queryText(url, "n", 6));
  const code = readCode(queryText(url, "copy", 40));
  const copy = code ? await findReadersCopy(db, workshop.id, code) : null;
  return {
    frame,
    groups: grouped(there, await listSessionsOf(db, [workshop.id]), locale),
    removed: all.filter(({ removedAt, erasedAt }) => removedAt && !erasedAt).map(viewOf),
    mayChange: mayChangeMaterials(actor, workshop),
    hasConfidential: all.some((one) => one.class === "confidential"),
    copy: code ? { code, found: copy && copyView(copy, { locale, zone: actor.zone, t }) } : null,
    done: queryChoice(url, "done", ["added", "removed", "returned"]),
    refused: queryChoice(url, "refused", ["erased"]),
    about: all.map(viewOf).find((one) => one.number === number) ?? null,
  };
});

export const action = guardedAction("material.change", listForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const material = orNotFound(await findKept(trx, workshop.id, input.number));
  const back = (query: Record<string, string | number>) =>
    redirect(to.materials({ locale, code: workshop.code }, query));
  if (input.part === "move") {
    await moveMaterial(trx, workshop, material, input.way, by);
    return back({});
  }
  if (input.part === "removal") {
    await removeMaterial(trx, material, by);
    return back({ done: "removed", n: material.number });
  }
  if (!(await restoreMaterial(trx, material, by))) return refuse(back({ refused: "erased" }));
  return back({ done: "returned", n: material.number });
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function MaterialsPage() {
  const { frame, groups, removed, mayChange, hasConfidential, copy, ...said } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("materials");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} title={t("title")}>
      <Said {...said} mayChange={mayChange} />
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-xl">{t("title")}</h2>
        <Button look="main" href={to.newMaterial({ locale, code })}>
          {t("new.title")}
        </Button>
      </div>
      {groups.length === 0 ? <Empty title={t("empty.title")}>{t("empty.text")}</Empty> : null}
      {groups.map(({ session, materials }) => (
        <section key={session?.number ?? 0} className="mb-8">
          <h3 className="mb-2 text-lg">
            <GroupTitle session={session} />
          </h3>
          <Panel as="ul" isRuled>
            {materials.map((material, place) => (
              <KeptRow
                key={material.number}
                {...{ code, material, mayChange }}
                isFirst={place === 0}
                isLast={place === materials.length - 1}
              />
            ))}
          </Panel>
        </section>
      ))}
      {removed.length ? <Removed {...{ removed, mayChange }} /> : null}
      {hasConfidential ? <CopySearch copy={copy} /> : null}
    </WorkshopFrame>
  );
}

/** What has just been done; a removal can be undone from here. */
function Said({ done, refused, about, mayChange }: Pick<Loaded, "done" | "refused" | "about" | "mayChange">) {
  const { t } = useTranslation("materials");
  if (refused) return <Notice tone="warn" title={t(`refused.${refused}`)} />;
  if (!done || !about) return null;
  return (
    <Notice tone="good" title={t(`done.${done}`, { title: about.title })}>
      {done === "removed" && mayChange ? (
        <>
          <p>{t("removed.undo", { count: daysToRestore })}</p>
          <Return number={about.number} />
        </>
      ) : null}
    </Notice>
  );
}

function Removed({ removed, mayChange }: Pick<Loaded, "removed" | "mayChange">) {
  const { t } = useTranslation(["materials", "common"]);
  return (
    <Section title={t("removed.title")}>
      <Hint className="mb-3">{t("removed.text", { count: daysToRestore })}</Hint>
      <Panel as="ul" isRuled>
        {removed.map(({ number, title, lang, facts }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-4 px-5 py-3">
            <span>
              <span className="font-bold text-ink" lang={lang ?? undefined}>
                {title}
              </span>
              <span className="block text-sm text-hint">{facts.join(t("common:fact.between"))}</span>
            </span>
            {mayChange ? <Return number={number} /> : null}
          </li>
        ))}
      </Panel>
    </Section>
  );
}

function Return({ number }: { number: number }) {
  const { t } = useTranslation("materials");
  return (
    <PostButton look="plain" isSmall fields={{ part: "return", number: String(number) }}>
      {t("removed.return")}
    </PostButton>
  );
}
