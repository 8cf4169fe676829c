import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { GrantFields, grantFieldNames } from "./grant-fields.tsx";
import type { GrantView } from "./grant-places.ts";
import { RoleBadge } from "./role-badge.tsx";

type Props = { grants: (GrantView & { granted: string })[]; programmes: Option[]; institutions: Option[] };

/** What an account may do and where, and the form that adds to it. */
export function AccountGrants({ grants, programmes, institutions }: Props) {
  const { t } = useTranslation("people");
  const labels = Object.fromEntries(grantFieldNames.map((name) => [name, t(`field.${name}`)]));
  return (
    <Section title={t("account.grants.title")}>
      <p className="mb-4 max-w-[65ch]">{t("account.grants.lead")}</p>
      {grants.length ? (
        <Panel as="ul" pad="sides" isRuled className="mb-6 max-w-5xl">
          {grants.map((grant) => (
            <li key={grant.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <Grant {...grant} />
            </li>
          ))}
        </Panel>
      ) : (
        <div className="mb-6 max-w-5xl">
          <Empty title={t("account.grants.empty.title")}>{t("account.grants.empty.text")}</Empty>
        </div>
      )}
      <h3 className="mb-3 text-lg">{t("account.grants.add")}</h3>
      <PostForm part="grant" labels={labels} isFramed className="max-w-2xl">
        <GrantFields programmes={programmes} institutions={institutions} />
        <Button look="main">{t("account.grants.button")}</Button>
        <UnsavedText />
      </PostForm>
    </Section>
  );
}

function Grant({ id, role, place, granted }: GrantView & { granted: string }) {
  const { t } = useTranslation(["people", "common"]);
  const roleName = t(`common:role.${role}`);
  const what = place ? t("grant.at", { role: roleName, place }) : roleName;
  return (
    <>
      <div>
        <RoleBadge role={role} place={place} />
        <p className="mt-1 text-sm text-hint">{t("account.grants.since", { at: granted })}</p>
      </div>
      <PostButton
        fields={{ part: "removal", grantId: id }}
        look="grave"
        isSmall
        aria-label={t("account.grants.removeOf", { grant: what })}
      >
        {t("account.grants.remove")}
      </PostButton>
    </>
  );
}
