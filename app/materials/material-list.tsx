import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { ClassBadge } from "./class-badge.tsx";
import type { MaterialGroup, MaterialView } from "./materials-view.ts";

type Props = {
  /** The workshop's. */
  code: string;
  materials: MaterialView[];
};

/** Materials to be taken along, each with what it is. */
export function MaterialList({ code, materials }: Props) {
  const { t, locale } = useTranslation(["materials", "common"]);
  if (!materials.length) return null;
  return (
    <ul className="divide-y divide-hairline">
      {materials.map((material) => (
        <li key={material.number} className="py-2">
          <a
            className="link inline-block py-1"
            lang={material.lang ?? undefined}
            href={to.material({ locale, code, n: material.number })}
          >
            {material.title}
          </a>{" "}
          {material.class === "public" ? null : <ClassBadge value={material.class} />}
          <SecondLine>
            {material.facts.join(t("common:fact.between"))}
            {material.class === "confidential" ? t("common:fact.note", { note: t("stamped") }) : null}
          </SecondLine>
        </li>
      ))}
    </ul>
  );
}

/** The heading of a group. */
export function GroupTitle({ session }: Pick<MaterialGroup<MaterialView>, "session">) {
  const { t } = useTranslation("materials");
  if (!session) return t("group.whole");
  const { number, title } = session;
  return (
    <>
      {t("group.session", { number })}
      {title.text ? (
        <>
          {" · "}
          <LocalText value={title} />
        </>
      ) : null}
    </>
  );
}
