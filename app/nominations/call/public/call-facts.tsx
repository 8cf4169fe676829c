import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CallView } from "#app/nominations/call/call-view.ts";
import { Facts, Lines } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";

type Props = { call: CallView; workshop: { period: string; place: Localised } };

/** Until when, who and how many: what a focal point looks up again. */
export function CallFacts({ call, workshop }: Props) {
  const { t } = useTranslation("calls");
  const facts = [
    { term: t("fact.sender"), value: <Closing times={call.sender} /> },
    { term: t("fact.nominee"), value: <Closing times={call.nominee} /> },
    { term: t("fact.left"), value: call.isOpen ? t("daysLeft", { count: call.daysLeft }) : null },
    { term: t("fact.most"), value: t("nominees", { count: call.nomineesMax }) },
    {
      term: t("fact.senders"),
      value: (
        <Lines lines={[...call.countries.map((name) => ({ text: t("form.country", { name }) })), ...call.senders]} />
      ),
    },
    { term: t("fact.forms"), value: t(call.hasPartA ? "forms.withPartA" : "forms.withoutPartA") },
    {
      term: t("fact.applicationForm"),
      value: call.applicationForm ? <LocalText value={call.applicationForm} note /> : null,
    },
    { term: t("fact.dates"), value: workshop.period },
    { term: t("fact.place"), value: workshop.place.text ? <LocalText value={workshop.place} note /> : null },
  ];
  return (
    <Panel pad="text" className="print:mb-6 print:p-3">
      <Facts look="stacked" className="text-[0.9375rem]" facts={facts} />
    </Panel>
  );
}

/** The host's clock first, since it decides; below it the reader's. */
const Closing = ({ times }: { times: CallView["sender"] }) => (
  <>
    <strong className="block text-ink">{times.host}</strong>
    <span className="block text-sm text-hint">{times.other}</span>
  </>
);
