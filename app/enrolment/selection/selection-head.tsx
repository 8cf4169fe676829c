import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { FilterSelect, Filters } from "#app/ui/form/filters.tsx";
import { Proposals } from "./proposals.tsx";
import type { ProposalView } from "./review-view.ts";

type HeadProps = {
  code: string;
  isList: boolean;
  open: number;
  total: number;
  unsent: number;
  sender: string;
  senders: Option[];
  rounds: { id: string; number: number; at: string }[];
  proposal: ProposalView | null;
};

/** What the page is for, where it leads, and what is left to do. */
export function SelectionHead(props: HeadProps) {
  const { code, isList, open, total, unsent, sender, senders, rounds, proposal } = props;
  const { t, locale } = useTranslation(["selection", "nominations", "quotas", "review"]);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="max-w-[65ch]">
          <h2 className="mb-1 text-2xl">{t("title")}</h2>
          <p className="hint">{t("lead")}</p>
          {unsent ? <p className="mt-1">{t("unsent", { count: unsent })}</p> : null}
          {rounds.map(({ id, number, at }) => (
            <p key={id} className="mt-1">
              {t("round", { number, at })}{" "}
              <a className="link" href={to.selectionMinutes({ locale, code }, { round: number })}>
                {t("minutes.link")}
              </a>
            </p>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-4 print:hidden">
          <a className="link" href={to.nominees({ locale, code })}>
            {t("nominations:desk.title")}
          </a>
          <a className="link" href={to.review({ locale, code })}>
            {t("review:desk.title")}
          </a>
          <a className="link" href={to.quotas({ locale, code })}>
            {t("quotas:title")}
          </a>
          {total ? (
            <a className="link" href={to.selection({ locale, code }, { sender, view: isList ? null : "list" })}>
              {t(isList ? "view.board" : "view.list")}
            </a>
          ) : null}
          {open ? (
            <Button look="main" href={to.selectionAnnouncement({ locale, code })}>
              {t("announcement.link")}
            </Button>
          ) : null}
        </div>
      </div>
      {senders.length > 1 ? (
        <Filters
          submit={t("filter")}
          look="plain"
          className="mb-6"
          kept={isList ? { view: "list" } : {}}
          chosen={sender ? 1 : 0}
        >
          <FilterSelect name="sender" label={t("nominations:column.sender")} value={sender}>
            <option value="">{t("everySender")}</option>
            {senders.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </FilterSelect>
        </Filters>
      ) : null}
      {proposal ? <Proposals code={code} proposal={proposal} /> : null}
    </>
  );
}
