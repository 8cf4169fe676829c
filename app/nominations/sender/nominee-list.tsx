import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import type { ApplicationStanding } from "#app/nominations/application/rules.ts";
import { NominationBadge } from "#app/nominations/nomination/nomination-badge.tsx";
import type { NomineeView } from "#app/nominations/nomination/nominee-view.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint, SecondLine } from "#app/ui/hint.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import { moveAnchor } from "./move-anchor.ts";

type Props = {
  code: string;
  institutionId: string;
  nominees: (NomineeView & { application: ApplicationStanding | null })[];
  mayMove: boolean;
};

/** One's own nominees in their order, with buttons that change it; below them those who were withdrawn. */
export function NomineeList({ code, institutionId, nominees, mayMove }: Props) {
  const { t, locale } = useTranslation("nominations");
  const standing = nominees.filter(({ rank }) => rank !== null);
  const list = (
    <Panel as="ol" isRuled>
      {nominees.map((nominee) => {
        const { id, rank, name, post, state, application } = nominee;
        const mayRise = mayMove && rank !== null && nominee !== standing[0];
        const maySink = mayMove && rank !== null && nominee !== standing.at(-1);
        return (
          <li
            key={id}
            data-nominee={rank === null ? undefined : id}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-4"
          >
            <span className="figures w-8 text-xl font-bold text-ink">{rank ?? "–"}</span>
            <span className="min-w-48 flex-1">
              <a className="link" href={to.nominee({ locale, code, nomination: id })}>
                <PersonName value={name} />
              </a>
              {post ? <SecondLine>{post}</SecondLine> : null}
            </span>
            <span className="flex flex-wrap gap-2">
              {application ? <ApplicationBadge state={application} isNamed /> : null}
              <NominationBadge state={state} />
            </span>
            <span className="flex gap-2 print:hidden">
              {mayRise ? move("up") : null}
              {maySink ? move("down") : null}
            </span>
          </li>
        );

        function move(step: "up" | "down") {
          return (
            <PostButton
              look="plain"
              isSmall
              fields={{ part: "move", institutionId, nomination: id, step }}
              id={moveAnchor(id, step)}
              aria-label={t(`nominating.${step}Of`, { name: name.name, rank })}
              aria-keyshortcuts={step === "up" ? "Alt+ArrowUp" : "Alt+ArrowDown"}
            >
              {step === "up" ? "↑" : "↓"}
            </PostButton>
          );
        }
      })}
    </Panel>
  );
  if (!mayMove || standing.length < 2) return list;
  return (
    <div data-live="rankKeys">
      {list}
      <Hint className="mt-2" hidden>
        {t("nominating.keys")}
      </Hint>
      <LiveScript />
    </div>
  );
}
