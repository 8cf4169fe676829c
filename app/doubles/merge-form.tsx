import { to } from "#app/addresses.ts";
import { langOfName } from "#app/i18n/script.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Side, type Sides, sides } from "#app/people/merge/merge.rules.ts";
import type { ShownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { PressForm } from "#app/ui/form/press-form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { DoubleAccountRow, DoubleEnrolmentRow } from "./double-rows.tsx";
import type { Choices } from "./form.ts";
import type { AccountView, FactView, SharedView } from "./merge-view.ts";
import { SideRow } from "./side-row.tsx";

type Person = { id: string; name: ShownName };
type Props = Sides<Person> & {
  facts: FactView[];
  accounts: AccountView | null;
  shared: SharedView[];
  /** What was chosen before it was refused. */
  chosen: Choices;
  isOpen: boolean;
};

/** Two people side by side. Of each fact, account and enrolment in which they differ, the one that stays is chosen. */
export function MergeForm({ kept, gone, facts, accounts, shared, chosen, isOpen }: Props) {
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
              {facts.map((fact) => (
                <FactRow key={fact.field} {...fact} chosen={chosen.facts[fact.field] ?? null} />
              ))}
              {accounts ? <DoubleAccountRow {...accounts} chosen={chosen.account} /> : null}
              {shared.map((one) => (
                <DoubleEnrolmentRow
                  key={one.workshopId}
                  {...one}
                  chosen={chosen.enrolments.get(one.workshopId) ?? null}
                />
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

function FactRow({ field, offered, chosen, ...values }: FactView & { chosen: Side | null }) {
  const { t } = useTranslation(["deskPeople", "people"]);
  const shown = (text: string) =>
    text || !offered ? (
      <span className="wrap-anywhere" lang={langOfName(text)}>
        {text}
      </span>
    ) : (
      <span className="text-hint">{t("merge.unknown")}</span>
    );
  const [kept, gone] = sides.map((side) => shown(values[side]));
  return (
    <SideRow
      name={field}
      label={t(`people:field.${field === "institutionId" ? "homeInstitutionId" : field}`)}
      values={{ kept, gone }}
      chosen={offered && (chosen ?? offered)}
    />
  );
}
