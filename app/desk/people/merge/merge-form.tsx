import { to } from "#app/addresses.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ChosenField, Side } from "#app/people/merge.rules.ts";
import type { ShownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

type Person = { id: string; name: ShownName };
type Row = { field: ChosenField; kept: string; gone: string; offered: Side | null };
type Props = { kept: Person; gone: Person; rows: Row[]; isOpen: boolean };

/** Two people side by side. Of each fact in which they differ, the one that stays is chosen. */
export function MergeForm({ kept, gone, rows, isOpen }: Props) {
  const { t, locale } = useTranslation("deskPeople");
  return (
    <>
      <PressForm fields={{ part: "merging" }}>
        <Panel className="mb-6 max-w-5xl">
          <table className="w-full max-sm:block">
            <caption className="sr-only">{t("merge.title")}</caption>
            <thead className="max-sm:block">
              <tr className="border-b border-line text-start align-top max-sm:grid max-sm:grid-cols-2">
                <td className="p-3 max-sm:hidden" />
                <Head person={kept} label={t("merge.kept")} />
                <Head person={gone} label={t("merge.gone")} />
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {rows.map((row) => (
                <FactRow key={row.field} {...row} />
              ))}
            </tbody>
          </table>
        </Panel>
        <p className="mb-4 max-w-[65ch]">{t("merge.moves")}</p>
        {isOpen ? <Button look="main">{t("merge.button")}</Button> : null}
      </PressForm>
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <a className="link" href={to.merge({ locale, person: gone.id, other: kept.id })}>
          {t("merge.swap")}
        </a>
        <PostButton fields={{ part: "distinguishing" }} look="plain">
          {t("merge.distinct")}
        </PostButton>
      </div>
    </>
  );
}

function Head({ person: { id, name }, label }: { person: Person; label: string }) {
  const { locale } = useTranslation();
  return (
    <th scope="col" className="p-3 text-start">
      <span className="block text-sm font-normal text-hint">{label}</span>{" "}
      <a className="link" href={to.person({ locale, person: id })} lang={name.isJapanese ? "ja" : undefined}>
        {name.name}
      </a>
    </th>
  );
}

function FactRow({ field, kept, gone, offered }: Row) {
  const { t } = useTranslation(["deskPeople", "people"]);
  const label = t(`people:field.${field === "institutionId" ? "homeInstitutionId" : field}`);
  const values = { kept, gone };
  return (
    <tr className="border-b border-hairline align-top last:border-0 max-sm:grid max-sm:grid-cols-2">
      <th
        scope="row"
        className="p-3 text-start text-sm leading-[1.6rem] font-normal text-hint max-sm:col-span-2 max-sm:pb-0"
      >
        {label}
      </th>
      {(["kept", "gone"] as const).map((side) => (
        <td key={side} className={offered ? "px-3 py-1" : "p-3"}>
          {offered ? (
            <label className="flex min-h-11 cursor-pointer items-start gap-2 py-2">
              <input
                type="radio"
                name={field}
                value={side}
                defaultChecked={offered === side}
                className="mt-[3px] size-5 shrink-0 accent-key"
              />
              <span>
                <span className="sr-only">{label}: </span>
                {values[side] ? <Value text={values[side]} /> : <span className="text-hint">{t("merge.unknown")}</span>}
              </span>
            </label>
          ) : (
            <Value text={values[side]} />
          )}
        </td>
      ))}
    </tr>
  );
}

const Value = ({ text }: { text: string }) => (
  <span className="wrap-anywhere" lang={langOfName(text)}>
    {text}
  </span>
);
