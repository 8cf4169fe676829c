import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { useHere } from "#app/ui/frame/here.tsx";

/** Plain links, so that any page of a list can be kept and sent. */
export function Pagination({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation();
  const hereWith = useHereWith();
  if (pages <= 1) return null;
  const to = (target: number) => hereWith({ page: String(target) });
  return (
    <Neighbours previous={page > 1 ? to(page - 1) : null} next={page < pages ? to(page + 1) : null}>
      <span className="figures text-hint">{t("pagination.place", { page, pages })}</span>
    </Neighbours>
  );
}

type KeyPaginationProps = { previous: string | null; next: string | null };

/** Of a list without an end, which is read from one of its rows on: such pages have no numbers. */
export function KeyPagination({ previous, next }: KeyPaginationProps) {
  const { t } = useTranslation();
  const hereWith = useHereWith();
  if (!previous && !next) return null;
  return (
    <Neighbours previous={previous && hereWith({ before: previous })} next={next && hereWith({ after: next })}>
      {previous ? (
        <a className="link inline-flex min-h-11 items-center" href={hereWith({})}>
          {t("pagination.first")}
        </a>
      ) : (
        <span />
      )}
    </Neighbours>
  );
}

const places = ["page", "before", "after"];

/** The address of another page of the list at hand. */
function useHereWith() {
  const { path, search } = useHere();
  return (place: Record<string, string>) => {
    const query = new URLSearchParams(search);
    for (const name of places) query.delete(name);
    for (const [name, value] of Object.entries(place)) query.set(name, value);
    return query.size ? `${path}?${query}` : path;
  };
}

function Neighbours({ previous, next, children }: KeyPaginationProps & { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t("pagination.label")}
      className="print:hidden mt-6 grid grid-cols-[1fr_auto_1fr] items-center gap-4 *:last:justify-self-end *:first:justify-self-start"
    >
      {previous ? (
        <Button look="plain" isSmall rel="prev" href={previous}>
          {t("pagination.previous")}
        </Button>
      ) : (
        <span />
      )}
      {children}
      {next ? (
        <Button look="plain" isSmall rel="next" href={next}>
          {t("pagination.next")}
        </Button>
      ) : (
        <span />
      )}
    </nav>
  );
}
