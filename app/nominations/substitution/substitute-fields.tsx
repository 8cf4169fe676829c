import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { withdrawalReasons } from "#app/nominations/nomination/rules.ts";
import { NewNomineeForm } from "#app/nominations/sender/new-nominee-form.tsx";
import type { ShownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes, Select } from "#app/ui/form/fields.tsx";
import { FilterText } from "#app/ui/form/filters.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";

type Props = {
  code: string;
  /** Of the nomination of whoever leaves. */
  id: string;
  step: "person" | null;
  q: string;
  hasMore: boolean;
  people: { id: string; name: ShownName; post: string }[];
  defaults: { country: string; locale: string };
};

/** Who comes instead, and why: one of one's own people, or somebody whom nobody has entered yet. */
export function SubstituteFields({ code, id, step, q, hasMore, people, defaults }: Props) {
  const { t, locale } = useTranslation("nominations");
  const path = to.substitute({ locale, code, nomination: id });
  const labels = { personId: t("substitute.who"), because: t("substitute.because") };
  if (step === "person")
    return (
      <NewNomineeForm defaults={defaults} back={path} button={t("substitute.personButton")} labels={labels}>
        <Because />
      </NewNomineeForm>
    );
  return (
    <>
      <form action={path} className="max-w-3xl">
        <Panel pad="narrow" className="mb-6 flex flex-wrap items-end gap-4">
          <FilterText name="q" label={t("new.search")} value={q} />
          <Button look="plain">{t("new.find")}</Button>
        </Panel>
      </form>
      {people.length ? (
        <PostForm part="people" labels={labels} isFramed className="max-w-3xl">
          <Because />
          <Boxes
            name="personId"
            type="radio"
            legend={labels.personId}
            options={people.map(({ id: value, name, post }) => ({
              value,
              label: [name.name, post].filter(Boolean).join(" · "),
            }))}
          />
          {hasMore ? <Hint className="mb-4">{t("new.more")}</Hint> : null}
          <Button look="main">{t("substitute.button")}</Button>
        </PostForm>
      ) : (
        <Empty title={t("new.none")} />
      )}
      <p className="mt-6">
        <a className="link" href={to.substitute({ locale, code, nomination: id }, { step: "person" })}>
          {t("new.toPerson")}
        </a>
      </p>
    </>
  );
}

function Because() {
  const { t } = useTranslation("nominations");
  return (
    <Select
      name="because"
      label={t("substitute.because")}
      options={withdrawalReasons.map((value) => ({ value, label: t(`because.${value}`) }))}
      placeholder={t("withdrawal.choose")}
    />
  );
}
