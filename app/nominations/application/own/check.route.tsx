import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerSections, MadeDeclarations } from "#app/nominations/application/answers.tsx";
import {
  declarationsView,
  ownAnswersView,
  sectionCards,
  standingView,
} from "#app/nominations/application/application-view.ts";
import { sendApplication } from "#app/nominations/application/commands.ts";
import { sendingForm } from "#app/nominations/application/form.ts";
import { answersAt, isEditable } from "#app/nominations/application/rules.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { PrintButton } from "#app/web/print-button.tsx";
import { heldApplication, ownApplication } from "./own-door.ts";
import { OwnApplicationPage } from "./own-page.tsx";
import { SectionCards } from "./section-cards.tsx";
import { SendForm } from "./send-form.tsx";

export const loader = guardedLoader("own.read", async (visit) => {
  const { db, locale, t, actor } = visit;
  const { workshop, nomination, filled } = await ownApplication(visit);
  const { application, version, call, isOpen } = filled;
  const page = { db, locale, t, zone: actor.zone };
  const mayChange = isEditable(application?.state ?? null, isOpen);
  return {
    code: workshop.code,
    mayChange,
    version: version.number,
    answersAt: answersAt(application),
    sections: ownAnswersView(filled, { ...page, workshop }),
    lacking: sectionCards(filled, page).filter(({ missing }) => missing > 0),
    declarations: await declarationsView(filled, page),
    standing: await standingView(application, call, nomination, page),
  };
});

export const action = guardedAction("own.change", sendingForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const { workshop, nomination, keys } = await heldApplication(visit);
  const sending = { versionNumber: input.version, read: input.answersAt, declarations: input.declarations, locale };
  const outcome = await sendApplication(trx, { workshop, nomination, keys }, sending, by);
  if (outcome.status === "sent") return redirect(to.application({ locale, code: workshop.code }, { done: "sent" }));
  const { because } = outcome;
  if (because === "undeclared") return refuse(invalid({ declarations: "applications:refused.undeclared" }, values));
  return refuse(invalid({ "": `applications:refused.${because}` }, values, because === "incomplete" ? 422 : 409));
});

export default function ApplicationCheckPage() {
  const {
    code,
    mayChange,
    version,
    answersAt: read,
    sections,
    lacking,
    declarations,
    standing,
  } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("applications");
  return (
    <OwnApplicationPage code={code} title={t(mayChange ? "check.title" : "own.look")}>
      {mayChange ? (
        <p className="mb-8 max-w-[65ch]">{t("check.lead")}</p>
      ) : (
        <div className="mb-8 flex flex-wrap items-center gap-4">
          <p>{standing.sentAt ? t("check.sentAt", { at: standing.sentAt }) : t("own.lead.closed")}</p>
          <PrintButton>{t("print")}</PrintButton>
        </div>
      )}
      {mayChange && lacking.length ? (
        <Notice isStanding tone="warn" title={t("check.lacking")}>
          <SectionCards code={code} sections={lacking} />
        </Notice>
      ) : null}
      <AnswerSections
        sections={sections}
        change={mayChange ? (section) => <Change href={to.applicationSection({ locale, code, section })} /> : undefined}
      />
      {!mayChange ? <MadeDeclarations declarations={declarations} /> : null}
      {mayChange && !lacking.length ? (
        <SendForm version={version} answersAt={read} declarations={declarations} />
      ) : null}
    </OwnApplicationPage>
  );
}

function Change({ href }: { href: string }) {
  const { t } = useTranslation("applications");
  return (
    <a className="link inline-flex min-h-11 items-center print:hidden" href={href}>
      {t("check.change")}
    </a>
  );
}
