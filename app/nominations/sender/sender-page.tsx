import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SenderFrame } from "./sender-door.ts";

type Props = { frame: SenderFrame; title: string; isWithin?: boolean; notice?: ReactNode; children: ReactNode };

/** The frame of every page about one's own nominees for a workshop. */
export function SenderPage({ frame, title, isWithin, notice, children }: Props) {
  const { t, locale } = useTranslation("nominations");
  const { code, senders, institutionId, isCancelled } = frame;
  const sender = senders.find(({ id }) => id === institutionId);
  const query = senders.length > 1 ? { sender: institutionId } : {};
  return (
    <Page
      title={`${title} · ${code}`}
      heading={isWithin ? title : <LocalText value={frame.title} note />}
      over={
        <>
          <span className="figures">{code}</span>
          {sender ? <LocalText value={sender.name} /> : null}
        </>
      }
      crumbs={[
        { to: to.nominations({ locale }), label: t("calls.title") },
        ...(isWithin ? [{ to: to.nominating({ locale, code }, query), label: <LocalText value={frame.title} /> }] : []),
      ]}
      notice={
        <>
          {isCancelled ? <Notice isStanding tone="bad" title={t("sender.cancelled")} /> : null}
          {notice}
        </>
      }
    >
      {senders.length > 1 && !isWithin ? (
        <p className="mb-6 flex flex-wrap gap-x-6">
          {senders.map(({ id, name }) => (
            <a
              key={id}
              className="link"
              aria-current={id === institutionId ? "true" : undefined}
              href={to.nominating({ locale, code }, { sender: id })}
            >
              <LocalText value={name} />
            </a>
          ))}
        </p>
      ) : null}
      {children}
    </Page>
  );
}
