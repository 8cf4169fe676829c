import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { fileKinds } from "#app/files/kinds.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { addVersion } from "#app/materials/commands.ts";
import { versionForm } from "#app/materials/form.ts";
import { langOf } from "#app/materials/materials-view.ts";
import { findKept } from "#app/materials/queries.ts";
import { sessionNumber } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FileField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { guardedStoredUpload } from "#app/web/doors/stored-upload-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { acceptedFiles } from "./choices.ts";
import { FileHint } from "./file-hint.tsx";
import { tryStamp } from "./trial-stamp.ts";

export const loader = guardedLoader("material.add", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const material = orNotFound(await findKept(visit.db, workshop.id, sessionNumber(visit.params.n)));
  orNotFound(material.removedAt ? null : material);
  const { title, name, class: whose, number, version } = material;
  return { frame, title, lang: langOf(material), name, isConfidential: whose === "confidential", number, version };
});

export const action = guardedStoredUpload("material.add", versionForm, {
  kinds: fileKinds,
  find: found,
  prepare: async (visit) => tryStamp(visit, (await found(visit)).class),
  async act(visit) {
    const { trx, by, file, locale, params } = visit;
    const workshop = await heldWorkshop(visit);
    const material = orNotFound(await findKept(trx, workshop.id, sessionNumber(params.n)));
    orNotFound(material.removedAt ? null : material);
    await addVersion(trx, material, file, by);
    const { code } = workshop;
    return redirect(to.keptMaterial({ locale, code, n: material.number }, { done: "replaced" }));
  },
});

async function found({ db, params, reach }: Pick<Reading, "db" | "params" | "reach">) {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  return orNotFound(await findKept(db, workshop.id, sessionNumber(params.n)));
}

export default function NewVersionPage() {
  const { frame, title, lang, name, isConfidential, version } = useLoaderData<typeof loader>();
  const { t } = useTranslation("materials");
  return (
    <WorkshopFrame {...frame} isWithin title={t("version.new")}>
      <h2 className="mb-1 text-xl" lang={lang ?? undefined}>
        {title}
      </h2>
      <p className="mb-4 max-w-[65ch]">{t("version.lead", { name, version })}</p>
      <PostForm labels={{ file: t("field.file") }} hasFile isFramed className="max-w-2xl">
        <FileField
          name="file"
          label={t("field.file")}
          hint={<FileHint isConfidential={isConfidential} />}
          accept={isConfidential ? ".pdf" : acceptedFiles}
        />
        <Button look="main">{t("version.submit")}</Button>
      </PostForm>
    </WorkshopFrame>
  );
}
