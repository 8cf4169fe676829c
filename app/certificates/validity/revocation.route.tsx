import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { revocationForm } from "#app/certificates/form.ts";
import { numberOfAddress, readablePart } from "#app/certificates/number.ts";
import { findCertificate } from "#app/certificates/queries.ts";
import { formatDate } from "#app/i18n/format.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { Consequences, EndingForm } from "./ending-form.tsx";
import { revocationReasons } from "./reasons.rules.ts";
import { revokeCertificate } from "./validity.commands.ts";

export const loader = guardedLoader("certificate.end", async (visit) => {
  const { db, locale, params } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const found = await findCertificate(db, numberOfAddress(params.number));
  const { number, status, data } = orNotFound(found?.workshopId === workshop.id ? found : null);
  return {
    frame,
    number,
    readable: readablePart(number),
    isValid: status === "valid",
    holder: data.holder.name,
    issued: formatDate(locale, data.issuedOn),
  };
});

export const action = guardedAction("certificate.end", revocationForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const workshop = await heldWorkshop(visit);
  const outcome = await revokeCertificate(trx, { ...input, workshop, number: numberOfAddress(params.number) }, by);
  if (outcome.status === "revoked")
    return redirect(to.certificates({ locale, code: workshop.code }, { done: "revoked" }));
  orNotFound(outcome.because === "notFound" ? null : outcome);
  return refuse(invalid({ "": `certificates:revocation.refused.${outcome.because}` }, values, 409));
});

export default function RevocationPage() {
  const { frame, number, readable, isValid, holder, issued } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("certificates");
  const { code } = frame.workshop;
  const facts = [
    { term: t("mine.holder"), value: <span lang={langOfName(holder)}>{holder}</span>, className: "font-bold" },
    { term: t("fact.issued"), value: issued },
    { term: t("fact.number"), value: number, className: "font-mono text-[0.9375rem] break-all" },
  ];
  return (
    <WorkshopFrame {...frame} isWithin title={t("revocation.title", { number: readable })}>
      <h2 className="mb-2 text-xl">{t("revocation.title", { number: readable })}</h2>
      <p className="mb-6 max-w-[65ch]">
        {t("revocation.lead")}{" "}
        {isValid ? (
          <a className="link" href={to.replacement({ locale, code, number })}>
            {t("revocation.toReplacement")}
          </a>
        ) : null}
      </p>
      {isValid ? null : <Notice isStanding tone="warn" title={t("revocation.refused.notValid")} />}
      <Panel pad="text" className="mb-8 max-w-3xl">
        <Facts look="stacked" facts={facts} />
      </Panel>
      {isValid ? (
        <>
          <Consequences
            title={t("ending.follows")}
            lines={[t("revocation.follows.public"), t("revocation.follows.holder"), t("revocation.follows.final")]}
          />
          <EndingForm kind="revocation" reasons={revocationReasons} look="grave" />
        </>
      ) : null}
    </WorkshopFrame>
  );
}
