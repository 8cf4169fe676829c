import { AccountStateBadge } from "#app/accounts/account/account-state-badge.tsx";
import { StatusBadge } from "#app/certificates/status-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { MarkedText } from "#app/ui/marked-text.tsx";
import { StateBadge } from "#app/workshops/view/state-badge.tsx";
import type { Group, Hit } from "./hits.ts";

/** What was found of one kind. */
export function ResultGroup({ group }: { group: Group & { number: string } }) {
  const { name, total, number, hits, all } = group;
  const { t } = useTranslation(["search", "common"]);
  const counted = { count: total.count, number };
  return (
    <Section
      title={
        <>
          {t(`group.${name}`)}{" "}
          <span className="ms-1 text-base font-normal text-hint figures">
            {t(total.isMore ? "found.more" : "found.count", counted)}
          </span>
        </>
      }
      aside={
        all ? (
          <a className="link" href={all}>
            {t(total.isMore ? "found.allMore" : "found.all", counted)}
          </a>
        ) : null
      }
    >
      <Panel as="ul" isRuled>
        {hits.map((hit) => (
          <Result key={hit.key} hit={hit} />
        ))}
      </Panel>
      {total.isMore && !all ? <Hint className="mt-3">{t("narrow")}</Hint> : null}
    </Section>
  );
}

function Result({ hit: { to, code, title, notes, links, badge } }: { hit: Hit }) {
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <a className="link font-bold" href={to}>
          <MarkedText {...title} />
        </a>
        <p className="flex flex-wrap gap-x-4 text-sm text-hint">
          {code ? (
            <span className="figures">
              <MarkedText {...code} />
            </span>
          ) : null}{" "}
          {notes.map((note) => (
            <span key={note.parts.map(({ text }) => text).join("")}>
              <MarkedText {...note} />{" "}
            </span>
          ))}
        </p>
      </div>
      <Aside links={links} badge={badge} />
    </li>
  );
}

function Aside({ links, badge }: Pick<Hit, "links" | "badge">) {
  return (
    <span className="flex max-w-96 flex-wrap gap-x-4 sm:justify-end">
      {links.map(({ text, to }) => (
        <a key={to} className="link inline-flex min-h-6 items-center text-sm figures" href={to}>
          {text}
        </a>
      ))}
      {badge?.of === "workshop" ? <StateBadge state={badge.state} /> : null}
      {badge?.of === "certificate" ? <StatusBadge status={badge.state} /> : null}
      {badge?.of === "account" ? <AccountStateBadge state={badge.state} /> : null}
    </span>
  );
}
