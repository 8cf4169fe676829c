import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Option } from "#app/ui/fields.tsx";
import { PostForm } from "#app/ui/form.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
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
        <ul className="panel mb-6 max-w-5xl divide-y divide-hairline px-5">
          {grants.map((grant) => (
            <li key={grant.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <Grant {...grant} />
            </li>
          ))}
        </ul>
      ) : (
        <div className="mb-6 max-w-5xl">
          <Empty title={t("account.grants.empty.title")}>{t("account.grants.empty.text")}</Empty>
        </div>
      )}
      <h3 className="mb-3 text-lg">{t("account.grants.add")}</h3>
      <PostForm part="grant" labels={labels} className="panel max-w-2xl p-5 sm:p-8">
        <GrantFields programmes={programmes} institutions={institutions} />
        <button type="submit" className="button button-main">
          {t("account.grants.button")}
        </button>
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
      <form method="post">
        <input type="hidden" name="part" value="removal" />
        <input type="hidden" name="grantId" value={id} />
        <button
          type="submit"
          className="button button-grave button-small"
          aria-label={t("account.grants.removeOf", { grant: what })}
        >
          {t("account.grants.remove")}
        </button>
      </form>
    </>
  );
}
