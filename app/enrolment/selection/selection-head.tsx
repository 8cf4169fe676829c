import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { FilterSelect, Filters } from "#app/ui/form/filters.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

type HeadProps = {
  code: string;
  isList: boolean;
  open: number;
  total: number;
  unsent: number;
  sender: string;
  senders: Option[];
  rounds: { id: string; number: number; at: string }[];
  proposal: { selected: string[]; reserve: string[] } | null;
};

/** What the page is for, where it leads, and what is left to do. */
export function SelectionHead(props: HeadProps) {
  const { code, isList, open, total, unsent, sender, senders, rounds } = props;
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
      <Proposal {...props} />
    </>
  );
}

/** A rule's proposal: two presses lead to its preview, and nothing is done by itself. */
function Proposal({ code, proposal }: Pick<HeadProps, "code" | "proposal">) {
  const { t, locale } = useTranslation("selection");
  if (!proposal) return null;
  const review = (decision: "selected" | "reserve") => {
    const address = to.selection({ locale, code }, { step: "review", decision });
    return `${address}&${new URLSearchParams(proposal[decision].map((id) => ["n", id]))}`;
  };
  return (
    <Panel as="details" className="mb-6 px-4 py-2 print:hidden">
      <summary className="cursor-pointer py-2 font-bold text-key">{t("proposal.title")}</summary>
      <p className="mb-3 max-w-[65ch]">{t("proposal.lead")}</p>
      <p className="mb-3 flex flex-wrap gap-4">
        {(["selected", "reserve"] as const).map((decision) =>
          proposal[decision].length ? (
            <Button key={decision} look="plain" href={review(decision)}>
              {t(`proposal.${decision}`, { count: proposal[decision].length })}
            </Button>
          ) : null,
        )}
      </p>
    </Panel>
  );
}
