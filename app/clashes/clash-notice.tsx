import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextField } from "#app/ui/form/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ClashView } from "./clash-view.ts";

/** What an answer of `refuseClashes` holds; nothing where the form was not sent, or refused for something else. */
export type InTheWay = { clashes?: readonly ClashView[] | undefined };

/** What stands in the way of what was sent, above its form. */
export function ClashNotice({ clashes = [] }: InTheWay) {
  const { t } = useTranslation("clashes");
  if (!clashes.length) return null;
  return (
    <Notice tone="warn" title={t("notice.title", { count: clashes.length })}>
      <ClashItems clashes={clashes} />
      <p className="mt-2">{t("notice.next")}</p>
    </Notice>
  );
}

/** Why it may stand all the same: asked for once something is in the way. */
export function ClashReasonField({ clashes = [] }: InTheWay) {
  const { t } = useTranslation("clashes");
  if (!clashes.length) return null;
  return <TextField name="clashReason" label={t("reason.label")} hint={t("reason.hint")} maxLength={300} optional />;
}

/** Each in a sentence, with links to both of its sides. */
function ClashItems({ clashes }: { clashes: readonly ClashView[] }) {
  return (
    <ul className="list-disc space-y-1 ps-5">
      {clashes.map(({ key, text, sides }) => (
        <li key={key}>
          {text} <ClashSides sides={sides} />
        </li>
      ))}
    </ul>
  );
}

/** Workshop and session of each side, and when it is. */
export function ClashSides({ sides }: Pick<ClashView, "sides">) {
  const { t } = useTranslation(["clashes", "common"]);
  return sides.map(({ name, href, day, time }, index) => (
    <span key={`${name} ${day} ${time}`}>
      {index ? t("common:fact.between") : null}
      {href ? (
        <a className="link" href={href}>
          {name}
        </a>
      ) : (
        t("elsewhere")
      )}{" "}
      <span className="figures">{t("when", { day, time })}</span>
    </span>
  ));
}
