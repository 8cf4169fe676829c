import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ClassBadge } from "#app/materials/class-badge.tsx";
import type { KeptView } from "#app/materials/materials-view.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { SecondLine } from "#app/ui/hint.tsx";

type Props = { code: string; material: KeptView; mayChange: boolean; isFirst: boolean; isLast: boolean };

/** A material as those who keep it see it, with the buttons that move it. */
export function KeptRow({ code, material, mayChange, isFirst, isLast }: Props) {
  const { t, locale } = useTranslation(["materials", "common"]);
  const { number, title, lang, facts, version, added, addedBy, isErased } = material;
  const said = [t("version.number", { version }), added, addedBy].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-80">
        <a className="link font-bold" lang={lang ?? undefined} href={to.keptMaterial({ locale, code, n: number })}>
          {title}
        </a>
        <SecondLine>{isErased ? t("erased") : facts.join(t("common:fact.between"))}</SecondLine>
        <SecondLine>{said.join(t("common:fact.between"))}</SecondLine>
      </div>
      <ClassBadge value={material.class} />
      {mayChange && !(isFirst && isLast) ? (
        <div className="flex gap-2 print:hidden">
          <Move number={number} title={title} way="up" isOff={isFirst} />
          <Move number={number} title={title} way="down" isOff={isLast} />
        </div>
      ) : null}
    </li>
  );
}

type MoveProps = { number: number; title: string; way: "up" | "down"; isOff: boolean };

function Move({ number, title, way, isOff }: MoveProps) {
  const { t } = useTranslation("materials");
  return (
    <PostButton look="plain" isSmall disabled={isOff} fields={{ part: "move", number: String(number), way }}>
      <span aria-hidden="true">{way === "up" ? "↑" : "↓"}</span>
      <span className="sr-only">{t(`move.${way}`, { title })}</span>
    </PostButton>
  );
}
