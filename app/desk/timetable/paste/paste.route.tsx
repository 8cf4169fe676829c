import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { ClashNotice, ClashReasonField, type InTheWay } from "#app/clashes/clash-notice.tsx";
import { refuseClashes } from "#app/clashes/refuse-clashes.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { writePlan } from "#app/timetable/plan/plan.commands.ts";
import { nextNumber } from "#app/timetable/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { newId } from "#db/new-id.ts";
import { heldPlan, movedSessions, writeWithheld } from "../planning.ts";
import { cellField, pasteForm } from "./form.ts";
import { PastePreview } from "./paste-preview.tsx";
import { checkPasted, firstDayOf, mostRows, type PreviewedRow } from "./pasted.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  return { frame, told: await toldOf(visit, workshop) };
});

export const action = guardedAction("workshop.change", pasteForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const planning = await heldPlan(visit);
  const { workshop, sessions } = planning;
  const rows = checkPasted(input, planning, visit);
  if (rows.length === 0) return refuse(invalid({ text: "timetable:paste.empty" }, values));
  if (rows.length > mostRows) return refuse(invalid({ text: "timetable:paste.tooMany" }, values));
  const right = rows.filter(({ facts }) => facts !== null);
  if (input.part === "look") return refuse(data({ errors: undefined, values, rows }));
  if (right.length === 0 || (right.length < rows.length && !input.leavesOut))
    return refuse(data({ errors: errorsOf(rows), values, rows }, { status: 422 }));
  const added = right.flatMap(({ facts }) => (facts ? [{ ...facts, id: newId<"session">() }] : []));
  const outcome = await writeWithheld(visit, { workshop, untold: input }, () =>
    writePlan(trx, planning, { added }, by),
  );
  if (outcome.status === "refused") return refuse(invalid({ "": "desk:refused.over" }, values, 409));
  await refuseClashes(visit, movedSessions(sessions, outcome.sessions), { rows });
  const first = nextNumber(sessions);
  const query = { day: firstDayOf(right), added: `${first}-${first + added.length - 1}` };
  return redirect(to.timetable({ locale, code: workshop.code }, query));
});

const errorsOf = (rows: readonly PreviewedRow[]) =>
  Object.fromEntries(
    rows.flatMap(({ row, errors }) =>
      Object.entries(errors).map(([column, said]) => [cellField(row, column as keyof typeof errors), said]),
    ),
  );

export default function PastePage() {
  const { frame, told } = useLoaderData<typeof loader>();
  const looked = useActionData() as ({ rows?: PreviewedRow[]; values: Record<string, string> } & InTheWay) | undefined;
  const { t, locale } = useTranslation("timetable");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("paste.title")}>
      <h2 className="mb-2 text-xl">{t("paste.title")}</h2>
      <p className="mb-6">
        <a className="link" href={to.timetable({ locale, code })}>
          {t("back")}
        </a>
      </p>
      <ClashNotice clashes={looked?.clashes} />
      {looked?.rows ? (
        <PastePreview rows={looked.rows} pasted={looked.values} told={told}>
          <ClashReasonField clashes={looked.clashes} />
        </PastePreview>
      ) : (
        <PasteBox />
      )}
    </WorkshopFrame>
  );
}

/** Where a table is pasted that no script has taken along. */
function PasteBox() {
  const { t } = useTranslation("timetable");
  return (
    <PostForm part="look" labels={{ text: t("paste.box") }}>
      <Hint className="mb-4 max-w-[65ch]">{t("paste.lead")}</Hint>
      <TextArea name="text" rows={12} label={t("paste.box")} hint={t("paste.columns")} />
      <Button look="main">{t("paste.look")}</Button>
    </PostForm>
  );
}
