import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { useHere } from "#app/ui/frame/here.tsx";

/** Plain links, so that any page of a list can be kept and sent. */
export function Pagination({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation();
  const { path, search } = useHere();
  if (pages <= 1) return null;
  const to = (target: number) => {
    const query = new URLSearchParams(search);
    query.set("page", String(target));
    return `${path}?${query}`;
  };
  return (
    <nav
      aria-label={t("pagination.label")}
      className="print:hidden mt-6 grid grid-cols-[1fr_auto_1fr] items-center gap-4 *:last:justify-self-end *:first:justify-self-start"
    >
      {page > 1 ? (
        <Button look="plain" isSmall rel="prev" href={to(page - 1)}>
          {t("pagination.previous")}
        </Button>
      ) : (
        <span />
      )}
      <span className="figures text-hint">{t("pagination.place", { page, pages })}</span>
      {page < pages ? (
        <Button look="plain" isSmall rel="next" href={to(page + 1)}>
          {t("pagination.next")}
        </Button>
      ) : (
        <span />
      )}
    </nav>
  );
}
