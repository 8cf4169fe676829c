import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { fileKinds } from "#app/files/kinds.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { addMaterial } from "#app/materials/commands.ts";
import { materialForm } from "#app/materials/form.ts";
import { materialClasses } from "#app/materials/rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FileField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { guardedStoredUpload } from "#app/web/doors/stored-upload-door.ts";
import { withFileMessage } from "#app/web/doors/upload-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { acceptedFiles, materialChoices } from "./choices.ts";
import { FileHint } from "./file-hint.tsx";
import { MaterialFields, useMaterialLabels } from "./material-fields.tsx";
import { tryStamp } from "./trial-stamp.ts";

export const loader = guardedLoader("material.add", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const choices = await materialChoices(visit, workshop.id);
  const asked = queryText(visit.url, "session", 64);
  const sessionId = choices.sessions.some(({ value }) => value === asked) ? asked : "";
  return { frame, choices, initial: { sessionId, language: visit.locale, class: "participants" } };
});

export const action = guardedStoredUpload("material.add", materialForm, {
  kinds: fileKinds,
  find: async ({ db, params, reach }) => orNotFound(await findWorkshopId(db, params.code ?? "", reach)),
  prepare: (visit) => tryStamp(visit, visit.input.class),
  async act(visit) {
    const { trx, by, input, values, file, locale } = visit;
    const workshop = await heldWorkshop(visit);
    const sessions = await listSessionsOf(trx, [workshop.id]);
    if (input.sessionId && !sessions.some(({ id }) => id === input.sessionId))
      return refuse(invalid(withFileMessage({ sessionId: "materials:form.sessionGone" }, file), values));
    const number = await addMaterial(trx, workshop, input, file, by);
    return redirect(to.materials({ locale, code: workshop.code }, { done: "added", n: number }));
  },
});

export default function NewMaterialPage() {
  const { frame, choices, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation("materials");
  const labels = useMaterialLabels();
  return (
    <WorkshopFrame {...frame} isWithin title={t("new.title")}>
      <h2 className="mb-4 text-xl">{t("new.title")}</h2>
      <PostForm initial={initial} labels={labels} hasFile isFramed className="max-w-2xl">
        <MaterialFields {...choices} classes={[...materialClasses]} />
        <FileField name="file" label={t("field.file")} hint={<FileHint />} accept={acceptedFiles} />
        <Button look="main">{t("new.submit")}</Button>
      </PostForm>
    </WorkshopFrame>
  );
}
