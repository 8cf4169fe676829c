import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { zoneOfCountry } from "#app/imports/check/row-facts.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { shownNames } from "#app/nominations/nomination/nominee-view.ts";
import { listStanding } from "#app/nominations/nomination/queries.ts";
import { heldSender, senderPlace } from "#app/nominations/sender/sender-door.ts";
import { SenderPage } from "#app/nominations/sender/sender-page.tsx";
import { addPerson } from "#app/people/commands.ts";
import type { PersonFacts } from "#app/people/form.ts";
import { listNames } from "#app/people/queries.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Id } from "#db/id.ts";
import { type CheckedNominee, checkNominees } from "./checked-list.ts";
import { meantField, nomineeListForm } from "./form.ts";
import { ListPreview } from "./list-preview.tsx";
import { type PreviewedNominee, previewOf } from "./list-view.ts";
import { PasteList } from "./paste-list.tsx";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { frame, workshop, call, institutionId } = await senderPlace(visit);
  const standing = await listStanding(visit.db, { workshopId: workshop.id, institutionId });
  return {
    frame,
    isOpen: isCallOpen(call, workshop, visit.at),
    left: Math.max(0, call.content.nomineesMax - standing.length),
  };
});

/** Nothing is stored before every row is right and everything asked is answered; then all of them, or nobody. */
export const action = guardedAction("nomination.send", nomineeListForm, async (visit) => {
  const { trx, by, input, values, locale, params, reach } = visit;
  const { workshop, institutionId } = await heldSender(visit, input.institutionId);
  const place = { workshopId: workshop.id, institutionId, at: by.at };
  const checked = await checkNominees(trx, input, place);
  if ("refused" in checked) return refuse(invalid({ text: checked.refused }, values));
  const { rows } = checked;
  const again = (errors: Record<string, unknown>, status: number) =>
    refuse(data({ errors, values, rows: previewOf(rows) }, { status }));
  if (input.part === "look") return refuse(data({ errors: undefined, values, rows: previewOf(rows) }));
  const asked = rows.filter(({ verdict }) => verdict === "asked");
  if (asked.length)
    return again(Object.fromEntries(asked.map(({ line }) => [meantField(line), "nominations:list.choose"])), 422);
  if (rows.some(({ verdict }) => verdict === "wrong")) return again({ "": "nominations:list.wrong" }, 422);
  const added: Id<"person">[] = [];
  for (const row of rows) {
    if (row.person) continue;
    const personId = await addPerson(trx, factsOf(row), by);
    await listOnProgramme(trx, { programmeId: workshop.programmeId, personId }, by);
    added.push(personId);
  }
  const ids = rows.map(({ person }) => person?.id ?? (added.shift() as Id<"person">));
  const outcome = await nominate(trx, { workshop, institutionId }, ids, by);
  if (outcome.status === "refused") {
    const { because, left } = outcome;
    const names = formatList(locale, shownNames(await listNames(trx, outcome.personIds)));
    return again({ "": { key: `nominations:refused.${because}`, values: { names, count: String(left) } } }, 422);
  }
  const query = reach.institutionIds.length > 1 ? { sender: institutionId } : {};
  return redirect(to.nominating({ locale, code: params.code ?? "" }, { ...query, done: "nominated" }));
});

/** Of a row that was checked: each value is as its own form takes it. */
const factsOf = ({ facts: { wholeName: _, ...facts } }: CheckedNominee): PersonFacts =>
  ({ ...facts, zone: zoneOfCountry(facts.country) }) as PersonFacts;

export default function NomineeListPage() {
  const { frame, isOpen, left } = useLoaderData<typeof loader>();
  const looked = useActionData() as { rows?: PreviewedNominee[]; values: Record<string, string> } | undefined;
  const { t } = useTranslation("nominations");
  const { institutionId } = frame;
  return (
    <SenderPage frame={frame} isWithin title={t("list.title")}>
      {isOpen ? (
        <>
          <p className="mb-6 max-w-[65ch]">{left ? t("new.left", { count: left }) : t("new.full")}</p>
          {looked?.rows ? (
            <ListPreview rows={looked.rows} left={left} institutionId={institutionId} text={looked.values.text ?? ""} />
          ) : null}
          <PasteList
            code={frame.code}
            query={frame.senders.length > 1 ? { sender: institutionId } : {}}
            institutionId={institutionId}
            isAgain={Boolean(looked?.rows)}
            text={looked?.values.text ?? ""}
          />
        </>
      ) : (
        <Notice isStanding tone="warn" title={t("refused.closed")} />
      )}
    </SenderPage>
  );
}
