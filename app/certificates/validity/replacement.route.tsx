import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { partNames } from "#app/certificates/document/differences.rules.ts";
import { replacementForm } from "#app/certificates/form.ts";
import { numberOfAddress, readablePart } from "#app/certificates/number.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { Comparison } from "./comparison.tsx";
import { Consequences, EndingForm } from "./ending-form.tsx";
import { partLines } from "./parts-view.ts";
import { replacementReasons } from "./reasons.rules.ts";
import { draftReplacement } from "./replacement-draft.ts";
import { replaceCertificate } from "./validity.commands.ts";
import { replacementProblem } from "./validity.rules.ts";

export const loader = guardedLoader("certificate.end", async (visit) => {
  const { db, locale, params, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const wanted = { workshop, number: numberOfAddress(params.number) };
  const draft = orNotFound(await draftReplacement(db, wanted, { fonts: readFontCoverage(), at }));
  const { former, today, differences, wording, unprintable } = draft;
  return {
    frame,
    readable: readablePart(former.number),
    problem: replacementProblem(draft),
    unprintable: unprintable.join(" "),
    wording,
    isSame: differences.length === 0,
    rows: partNames.map((part) => ({
      part,
      now: partLines(part, former.data, locale),
      anew: partLines(part, today, locale),
      differs: differences.includes(part),
    })),
  };
});

export const action = guardedAction(
  "certificate.end",
  replacementForm,
  async (visit) => {
    const { trx, by, input, values, locale, params, prepared: fonts, context } = visit;
    const workshop = await heldWorkshop(visit);
    const { appUrl } = context.settings;
    const request = { ...input, workshop, number: numberOfAddress(params.number), appUrl, fonts };
    const outcome = await replaceCertificate(trx, request, by);
    if (outcome.status === "replaced")
      return redirect(to.certificates({ locale, code: workshop.code }, { done: "replaced" }));
    orNotFound(outcome.because === "notFound" ? null : outcome);
    return refuse(invalid({ "": `certificates:replacement.refused.${outcome.because}` }, values, 409));
  },
  async () => readFontCoverage(),
);

export default function ReplacementPage() {
  const { frame, readable, problem, unprintable, wording, isSame, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certificates");
  return (
    <WorkshopFrame {...frame} isWithin title={t("replacement.title", { number: readable })}>
      <h2 className="mb-2 text-xl">{t("replacement.title", { number: readable })}</h2>
      <p className="mb-6 max-w-[65ch]">{t("replacement.lead")}</p>
      {problem ? (
        <Notice isStanding tone="warn" title={t(`replacement.refused.${problem}`)}>
          {unprintable ? t("obstacle.glyphsMissing", { missing: unprintable }) : null}
        </Notice>
      ) : null}
      {!problem && isSame ? (
        <Notice isStanding tone="warn" title={t("replacement.isSame.title")}>
          {t("replacement.isSame.text")}
        </Notice>
      ) : null}
      <Comparison rows={rows} />
      {problem ? null : (
        <>
          <Consequences
            title={t("ending.follows")}
            lines={[t("replacement.follows.number"), t("replacement.follows.former"), t("replacement.follows.holder")]}
          />
          <EndingForm kind="replacement" reasons={replacementReasons} look="main">
            <input type="hidden" name="wording" value={wording} />
          </EndingForm>
        </>
      )}
    </WorkshopFrame>
  );
}
