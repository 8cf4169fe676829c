import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { KeptNotice } from "#app/ui/form/kept-notice.tsx";
import { useHere } from "./here.tsx";
import { SkipLink } from "./skip-link.tsx";

type Crumb = { to: string; label: ReactNode };

type PageProps = {
  /** For the browser's tab; the heading is the same unless `heading` is given. */
  title: string;
  heading?: ReactNode;
  /** Above the heading: code, state. */
  over?: ReactNode;
  /** Right below the heading: what has just happened. */
  notice?: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** Where the page is one of several. */
  tabs?: ReactNode;
  /** The one thing that is most often begun here, beside the heading. */
  action?: ReactNode;
  /** `wide` for desks and reports, `form` for one column of fields that begins where the header does. */
  width?: "text" | "wide" | "form";
  /** Has a list `#list` below tabs, notices and filters, to which a link leads past them. */
  hasList?: boolean;
  children: ReactNode;
};

const widths = { text: "max-w-5xl", wide: "max-w-7xl dense", form: "max-w-5xl *:max-w-2xl" };

/** A page's frame: where we are, its one heading, its content. */
export function Page({
  title,
  heading,
  over,
  notice,
  lead,
  crumbs = [],
  tabs,
  action,
  width = "text",
  hasList,
  children,
}: PageProps) {
  const { t } = useTranslation();
  const { returned } = useHere();
  return (
    <Main width={width}>
      <title>{`${returned?.errors ? t("form.failed", { title }) : title} · ${t("product.name")}`}</title>
      {hasList ? <SkipLink href="#list">{t("nav.skipToList")}</SkipLink> : null}
      {crumbs.length ? <Crumbs crumbs={crumbs} /> : null}
      {over ? <div className="mb-2 flex flex-wrap items-center gap-3 text-sm text-hint">{over}</div> : null}
      {action ? (
        <div className="flex flex-wrap items-start justify-between gap-x-6 print:block">
          <PageTitle>{heading ?? title}</PageTitle>
          <div className="mb-4 print:hidden">{action}</div>
        </div>
      ) : (
        <PageTitle>{heading ?? title}</PageTitle>
      )}
      {tabs}
      {returned?.kept ? <KeptNotice kind={returned.kept.kind} /> : null}
      {notice}
      {lead ? <div className="mb-8 max-w-[65ch] text-lg">{lead}</div> : null}
      {children}
    </Main>
  );
}

/** Where the page's content begins: the link past the header leads here. */
export function Main({ width, children }: Required<Pick<PageProps, "width" | "children">>) {
  return (
    <main id="main" tabIndex={-1} className={`mx-auto w-full flex-1 px-4 py-8 outline-none sm:py-10 ${widths[width]}`}>
      {children}
    </main>
  );
}

export function PageTitle({ children }: { children: ReactNode }) {
  return (
    <h1 className="mb-4 text-[1.75rem] in-[.dense]:text-2xl sm:text-4xl sm:in-[.dense]:text-[1.75rem]">{children}</h1>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("nav.crumbs")} className="mb-4 text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {crumbs.map(({ to, label }) => (
          <li
            key={to}
            className="before:text-hint only:before:me-2 only:before:content-['‹'/''] not-first:before:me-2 not-first:before:content-['›'/'']"
          >
            <a className="link" href={to}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type SectionProps = { title: ReactNode; id?: string; aside?: ReactNode; children: ReactNode };

export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section className="mb-12" id={id}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 className="text-2xl in-[.dense]:text-xl">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
