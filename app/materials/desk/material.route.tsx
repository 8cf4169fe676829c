import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ClassBadge } from "#app/materials/class-badge.tsx";
import { changeMaterial } from "#app/materials/commands.ts";
import { materialForm } from "#app/materials/form.ts";
import { mayChangeMaterials } from "#app/materials/looking.ts";
import { keptView } from "#app/materials/materials-view.ts";
import { findKept, listAdders, listReadersCopies, listVersions, type Material } from "#app/materials/queries.ts";
import { daysToRestore, materialClasses } from "#app/materials/rules.ts";
import { listSessionsOf, sessionNumber } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { materialChoices } from "./choices.ts";
import { copyView } from "./copies-view.ts";
import { Copies, Versions } from "./history.tsx";
import { MaterialFields, useMaterialLabels } from "./material-fields.tsx";

export const loader = guardedLoader("material.add", async (visit) => {
  const { db, locale, t, actor, params, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const material = orNotFound(await findKept(db, workshop.id, sessionNumber(params.n)));
  const versions = await listVersions(db, material.id);
  const adders = await listAdders(db, [...new Set(versions.flatMap(({ addedBy }) => addedBy ?? []))]);
  const reader = { locale, t, zone: actor.zone };
  return {
    frame,
    material: keptView(material, { ...reader, adders }),
    isRemoved: material.removedAt !== null,
    versions: versions.map((version) => keptView(version, { ...reader, adders })),
    copies: (await listReadersCopies(db, material.id)).map((copy) => copyView(copy, reader)),
    mayChange: mayChangeMaterials(actor, workshop),
    choices: { ...(await materialChoices(visit, workshop.id)), classes: classesOf(material) },
    initial: valuesOf(material),
    done: queryChoice(url, "done", ["replaced", "changed"]),
  };
});

const valuesOf = (material: Material): Record<string, string> => ({
  title: material.title,
  language: material.language,
  class: material.class,
  sessionId: material.sessionId ?? "",
});

/** A file that was never tried cannot become confidential: whoever wants that adds it anew. */
const classesOf = (material: Pick<Material, "class">) =>
  materialClasses.filter((one) => one !== "confidential" || material.class === "confidential");

export const action = guardedEdit("material.change", materialForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, material: orNotFound(await findKept(visit.trx, workshop.id, sessionNumber(visit.params.n))) };
  },
  stored: async (_, { material }) => valuesOf(material),
  record: (_, { material }) => ({ actions: ["material.changed"], subjectId: material.id }),
  async save({ trx, by, input, values, locale }, { workshop, material }) {
    if (!classesOf(material).includes(input.class))
      return refuse(invalid({ class: "materials:form.neverTried" }, values));
    const sessions = await listSessionsOf(trx, [workshop.id]);
    if (input.sessionId && !sessions.some(({ id }) => id === input.sessionId))
      return refuse(invalid({ sessionId: "materials:form.sessionGone" }, values));
    await changeMaterial(trx, material, input, by);
    const { code } = workshop;
    return redirect(to.keptMaterial({ locale, code, n: material.number }, { done: "changed" }));
  },
});

export default function MaterialPage() {
  const { frame, material, isRemoved, versions, copies, mayChange, choices, initial, done } =
    useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("materials");
  const labels = useMaterialLabels();
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={material.title}>
      {done ? <Notice tone="good" title={t(`done.${done}`, { title: material.title })} /> : null}
      {isRemoved ? <Notice isStanding tone="warn" title={t("removed.this")} /> : null}
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl" lang={material.lang ?? undefined}>
          {material.title}
        </h2>
        <ClassBadge value={material.class} />
      </div>
      <Section
        title={t("version.title")}
        aside={
          isRemoved ? null : (
            <a className="link" href={to.newVersion({ locale, code, n: material.number })}>
              {t("version.new")}
            </a>
          )
        }
      >
        <Versions code={code} versions={versions} />
      </Section>
      {material.class === "confidential" ? (
        <Section title={t("copy.title")}>
          <Copies copies={copies} />
        </Section>
      ) : null}
      {mayChange && !isRemoved ? (
        <Section title={t("edit.title")}>
          <PostForm initial={initial} labels={labels} isFramed className="max-w-2xl">
            <MaterialFields {...choices} />
            <Button look="main">{t("edit.submit")}</Button>
          </PostForm>
          <Removal code={code} number={material.number} />
        </Section>
      ) : null}
    </WorkshopFrame>
  );
}

function Removal({ code, number }: { code: string; number: number }) {
  const { t, locale } = useTranslation("materials");
  const fields = { part: "removal", number: String(number) };
  return (
    <PressForm action={to.materials({ locale, code })} fields={fields} className="mt-10">
      <details>
        <summary className="link cursor-pointer py-2 text-bad">{t("removal.title")}</summary>
        <p className="my-2 max-w-[65ch]">{t("removal.hint", { count: daysToRestore })}</p>
        <Button look="grave">{t("removal.confirm")}</Button>
      </details>
    </PressForm>
  );
}
