import { attendanceShare } from "#app/attendance/measures.rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionColumn, nameColumn } from "#app/people/person-columns.ts";
import { PersonName } from "#app/people/person-name.tsx";
import type { List } from "#app/tables/list.ts";
import type { Zone } from "#app/time/zones.ts";
import { Lines } from "#app/ui/display/facts.tsx";
import { BesideNumber } from "#app/ui/display/table.tsx";
import { fieldId, useFormState } from "#app/ui/form/form.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { CandidateView, FormerView } from "./issue-view.ts";
import { Verdict } from "./verdict.tsx";

/** What a workshop's list of candidates is told beside its rows. */
export type CandidateListing = {
  /** The workshop's. */
  code: string;
  /** Where it takes place: certificates are dated there. */
  zone: Zone;
  /** The share that the workshop asks for, such as `80%`. */
  minimum: string;
  /** Whether replacing and revoking are the reader's. */
  mayEnd: boolean;
  /** Certificates that are not valid any more. */
  former: readonly FormerView[];
};

type First = {
  /** Of those who can have one: the form's summary of errors leads to their box. */ first?: CandidateView | undefined;
};

export function candidateList(listing: CandidateListing & First): List<CandidateView> {
  const { former, zone, first } = listing;
  return {
    name: "certificates",
    title: (t) => t("certificates:issue.title"),
    keyOf: ({ id }) => id,
    zone,
    before: (t) =>
      first
        ? [
            {
              name: "choose",
              label: t("certificates:issue.choose"),
              isOnScreenOnly: true,
              className: "align-top cards:absolute! cards:end-4 cards:top-3",
              cell: (row) => (isEligible(row) ? <Choice row={row} isFirst={row === first} /> : null),
            },
          ]
        : [],
    columns: [
      nameColumn({
        label: (t) => t("certificates:issue.name"),
        isSortable: true,
        compare: (a, b) => a.place - b.place,
        onPage: { className: first ? "cards:pe-10!" : "", cell: (row) => <Name row={row} /> },
      }),
      institutionColumn({ isSortable: true }),
      {
        name: "printed",
        label: (t) => t("certificates:issue.printed"),
        value: ({ printed }) => printed.map(({ text }) => text).join(" / "),
        width: 40,
        onPage: {
          isLabelled: true,
          isAlone: true,
          cell: ({ printed }) => (printed.length ? <Lines lines={printed.map(inItsLanguage)} /> : "–"),
        },
      },
      {
        name: "attendance",
        label: (t) => t("certificates:issue.attendance"),
        kind: "share",
        value: ({ counts }) => attendanceShare(counts),
        isSortable: true,
        onPage: { isLabelled: true, isNumber: true, isAlone: true, cell: (row) => <Attendance row={row} /> },
      },
      {
        name: "verdict",
        label: (t) => t("certificates:issue.verdict"),
        value: (row, t) => verdictText(row, listing.minimum, t),
        width: 44,
        onPage: { isAlone: true, cell: (row) => <Verdict row={row} {...listing} /> },
      },
      {
        name: "number",
        label: (t) => t("certificates:fact.number"),
        value: ({ certificate }) => certificate?.readable ?? null,
        width: 20,
      },
      {
        name: "issuedAt",
        label: (t) => t("tables:column.issuedAt", { city: cityOf(zone, t) }),
        kind: "instant",
        value: ({ certificate }) => certificate?.issuedAt ?? null,
      },
      {
        name: "former",
        label: (t) => t("certificates:former.title"),
        value: ({ id }, t) =>
          former
            .filter(({ enrolmentId }) => enrolmentId === id)
            .map(
              ({ readable, status }) => readable + t("common:fact.note", { note: t(`certificates:status.${status}`) }),
            )
            .join("; "),
        width: 36,
      },
    ],
  };
}

export const isEligible = ({ obstacles }: CandidateView) => obstacles.length === 0;

/** The same as the page's last cell, in one line. */
function verdictText(row: CandidateView, minimum: string, t: Translator): string {
  if (row.certificate) return t("certificates:issue.has");
  if (isEligible(row)) return t("certificates:issue.isEligible");
  const { attended, base, missing } = row;
  return row.obstacles
    .map((obstacle) => t(`certificates:obstacle.${obstacle}`, { attended, base, minimum, missing }))
    .join(" ");
}

const inItsLanguage = ({ text, isJapanese }: CandidateView["printed"][number]) => ({
  text,
  lang: isJapanese ? "ja" : undefined,
});

function Name({ row: { name, institution } }: { row: CandidateView }) {
  return (
    <>
      <PersonName value={name} />
      <SecondLine>
        <LocalText value={institution} />
      </SecondLine>
    </>
  );
}

function Attendance({ row: { attendance, attended, base } }: { row: CandidateView }) {
  const { t } = useTranslation("certificates");
  return (
    <>
      {attendance}
      <BesideNumber>{t("issue.sessions", { attended, base })}</BesideNumber>
    </>
  );
}

/** The form's summary of errors leads to the first. */
function Choice({ row, isFirst }: { row: CandidateView; isFirst: boolean }) {
  const { t } = useTranslation("certificates");
  const { sent } = useFormState();
  const chosen = sent && [sent.chosen ?? []].flat();
  return (
    <input
      type="checkbox"
      id={isFirst ? fieldId("chosen") : undefined}
      name="chosen"
      value={row.id}
      defaultChecked={chosen?.includes(row.id) ?? !row.wasRevoked}
      aria-label={t("issue.chooseName", { name: row.name.name })}
      className="size-6 accent-key"
    />
  );
}
