import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import { CertificateName } from "./certificate-name.tsx";
import { OfferAnswer } from "./offer-answer.tsx";
import type { OfferView } from "./offer-view.ts";

type Props = {
  offer: OfferView;
  /** Whether their own pages are open to whoever reads it. */
  isSignedIn: boolean;
  isByLink?: boolean;
  done: "accepted" | "declined" | null;
};

/** An offer: of what, until when, and what follows from each answer. What is answered no more says why. */
export function OfferPage({ offer, isSignedIn, isByLink = false, done }: Props) {
  const { t } = useTranslation("offers");
  const { refusal, name, workshop } = offer;
  return (
    <Page
      title={t(refusal === null ? "page.title" : "page.titleAnswered")}
      width="form"
      lead={refusal === null ? t("page.lead", { name }) : undefined}
      tabs={isByLink ? undefined : <MyTabs />}
      notice={done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
    >
      {refusal === null || done ? null : (
        <Notice isStanding tone={refusal === "accepted" ? "good" : "warn"} title={t(`stands.${refusal}.title`)}>
          <p>{t(`stands.${refusal}.text`)}</p>
        </Notice>
      )}
      <OfferFacts offer={offer} />
      {refusal === null ? <OfferAnswer offer={offer} isSignedIn={isSignedIn} /> : null}
      {refusal === "accepted" ? <Accepted offer={offer} isSignedIn={isSignedIn} /> : null}
      {isByLink ? <p className="mt-8 text-hint">{t("page.private", { code: workshop.code })}</p> : null}
    </Page>
  );
}

function OfferFacts({ offer }: { offer: OfferView }) {
  const { t, locale } = useTranslation(["offers", "workshops"]);
  const { workshop, until, begins, mode, refusal, extendedOn } = offer;
  const facts = [
    {
      term: t("fact.until"),
      value:
        refusal === null ? (
          <>
            <strong className="block">{until.host}</strong>
            <span className="block text-hint">{until.other}</span>
            {extendedOn ? <span className="block">{t("fact.extended", { date: extendedOn })}</span> : null}
          </>
        ) : null,
    },
    {
      term: t("fact.workshop"),
      value: (
        <a className="link" href={to.workshop({ locale, code: workshop.code })}>
          <LocalText value={workshop.title} note />
        </a>
      ),
    },
    { term: t("workshops:facts.dates"), value: workshop.period },
    {
      term: t("fact.begins"),
      value: begins
        ? begins.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))
        : null,
    },
    { term: t("workshops:facts.place"), value: <WorkshopPlace workshop={workshop} /> },
    { term: t("workshops:facts.mode"), value: t(`workshops:mode.${mode}`) },
  ];
  return (
    <Panel pad="text" className="mb-8">
      <Facts look="stacked" facts={facts} />
    </Panel>
  );
}

/** What comes next for whoever has accepted. */
function Accepted({ offer, isSignedIn }: Pick<Props, "offer" | "isSignedIn">) {
  const { t, locale } = useTranslation("offers");
  return (
    <section>
      <h2 className="mb-4 text-xl">{t("next.title")}</h2>
      <CertificateName offer={offer} isSignedIn={isSignedIn} />
      <p className="mb-4">
        {t("next.leave")}{" "}
        <a className="link" href={to.workshop({ locale, code: offer.workshop.code })}>
          {t("next.workshop")}
        </a>
      </p>
    </section>
  );
}
