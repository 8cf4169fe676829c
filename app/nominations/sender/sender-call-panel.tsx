import type { AddressQuery } from "#app/address-makers.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

type Times = { host: string; other: string };
type Props = {
  code: string;
  query: AddressQuery;
  call: { isOpen: boolean; daysLeft: number; sender: Times; nominee: Times; most: number };
  standing: number;
  letter: { signatory: string; signedOn: string } | null;
  /** Whether any of them may have a seat: then there is something to prepare. */
  isPreparing: boolean;
};

/** The call beside its nominees: until when, how many, and whether the letter is there. */
export function SenderCallPanel({ code, query, call, standing, letter, isPreparing }: Props) {
  const { t, locale } = useTranslation(["nominations", "calls", "dossier"]);
  const facts = [
    { term: t("calls:fact.sender"), value: <Both times={call.sender} /> },
    {
      term: t("calls:fact.left"),
      value: call.isOpen ? t("calls:daysLeft", { count: call.daysLeft }) : t("calls.over"),
    },
    { term: t("calls:fact.nominee"), value: <Both times={call.nominee} /> },
    { term: t("calls.nominated"), value: t("calls.ofMost", { count: standing, most: call.most }) },
    {
      term: t("letter.title"),
      value: (
        <>
          {letter ? t("letter.signedBy", letter) : t("letter.missing")}
          <a className="link block" href={to.nominationLetter({ locale, code }, query)}>
            {t(letter ? "letter.look" : "letter.add")}
          </a>
        </>
      ),
    },
  ];
  return (
    <Panel pad="text">
      <Facts look="stacked" facts={facts} />
      {isPreparing ? (
        <p className="mt-3">
          <a className="link" href={to.senderDossier({ locale, code }, query)}>
            {t("dossier:sender.title")}
          </a>
        </p>
      ) : null}
      <p className="mt-3">
        <a className="link" href={to.publicCall({ locale, code })}>
          {t("calls:link.public")}
        </a>
      </p>
    </Panel>
  );
}

const Both = ({ times }: { times: Times }) => (
  <>
    <strong className="block text-ink">{times.host}</strong>
    <span className="block text-sm text-hint">{times.other}</span>
  </>
);
