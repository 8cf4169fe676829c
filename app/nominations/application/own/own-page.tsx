import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";

type Props = { code: string; title?: string; heading?: ReactNode; notice?: ReactNode; children: ReactNode };

/** The frame of the pages on which somebody fills in their application. */
export function OwnApplicationPage({ code, title, heading, notice, children }: Props) {
  const { t, locale } = useTranslation(["applications", "enrolment"]);
  const crumbs = [{ to: to.me({ locale }), label: t("enrolment:me.title") }];
  const within = title ? [{ to: to.application({ locale, code }), label: t("title") }] : [];
  return (
    <Page
      title={`${title ?? t("title")} · ${code}`}
      heading={heading ?? title ?? t("title")}
      over={<span className="figures">{code}</span>}
      crumbs={[...crumbs, ...within]}
      notice={notice}
    >
      {children}
    </Page>
  );
}
