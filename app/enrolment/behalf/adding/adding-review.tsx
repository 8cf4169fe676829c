import { to } from "#app/addresses.ts";
import { ConsequenceList } from "#app/enrolment/behalf/participant/consequence-list.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import type { Placed } from "./adding-view.ts";

type Props = { code: string; placed: Placed[]; needsReason: boolean };

/** Who will have what, before it is so; then the reason, words for them, and the one button. */
export function AddingReview({ code, placed, needsReason }: Props) {
  const { t, locale } = useTranslation(["behalf", "enrolment", "attendance"]);
  const coming = placed.filter(({ outcome }) => outcome !== "here");
  const seats = coming.filter(({ outcome }) => outcome === "seat").length;
  const unreached = coming.filter(({ isReached }) => !isReached).map(({ name }) => name);
  const p = placed.map(({ id }) => id);
  const back = `${to.newParticipants({ locale, code })}?${new URLSearchParams(p.map((id) => ["p", id]))}`;
  const columns: Column<Placed>[] = [
    {
      name: "name",
      label: t("attendance:participants.name"),
      isHeading: true,
      cell: ({ name }) => <PersonName value={name} />,
    },
    {
      name: "institution",
      label: t("participant.institution"),
      cell: ({ institution, post }) => (
        <>
          <LocalText value={institution} />
          <SecondLine>{post}</SecondLine>
        </>
      ),
    },
    { name: "outcome", label: t("adding.outcome"), cell: (person) => <Outcome {...person} /> },
  ];
  const labels = { reason: t("form.reasonLabel"), note: t("form.noteLabel") };
  return (
    <>
      <p className="mb-4 max-w-[65ch]">
        {summary()} {coming.length > 1 && seats < coming.length ? t("adding.order") : null}
      </p>
      <div className="mb-8 max-w-4xl">
        <Table caption={t("adding.chosen")} columns={columns} rows={placed} keyOf={({ id }) => id} />
      </div>
      <ConsequenceList
        title={t("follows.title")}
        lines={[
          { text: t("adding.letters") },
          ...(unreached.length ? [{ text: t("outcome.unreached"), people: unreached }] : []),
          { text: t("follows.undo") },
        ]}
      />
      <PostForm part="people" labels={labels} isFramed className="max-w-3xl">
        {coming.map(({ id }) => (
          <input key={id} type="hidden" name="p" value={id} />
        ))}
        <input type="hidden" name="seats" value={seats} />
        <TextArea name="reason" label={labels.reason} hint={t("form.reasonsHint")} rows={2} optional={!needsReason} />
        <TextArea name="note" label={labels.note} hint={t("form.notesHint")} rows={3} optional />
        <div className="flex flex-wrap gap-4">
          {coming.length ? <Button look="main">{t("adding.button", { count: coming.length })}</Button> : null}
          <Button look="plain" href={back}>
            {t("adding.back")}
          </Button>
        </div>
        <UnsavedText />
      </PostForm>
    </>
  );

  function summary(): string {
    const reserves = coming.length - seats;
    if (!coming.length) return t("adding.allHere");
    if (!reserves) return t("adding.allSeats", { count: seats });
    return seats ? t("adding.someSeats", { seats, reserves }) : t("adding.allReserve", { count: reserves });
  }
}

function Outcome({ outcome, rank, clashes, isReached }: Placed) {
  const { t } = useTranslation(["behalf", "enrolment", "attendance"]);
  if (outcome === "here") return <Badge tone="quiet">{t("adding.stays")}</Badge>;
  return (
    <>
      <Badge tone={outcome === "seat" ? "good" : "quiet"}>
        {outcome === "seat" ? t("enrolment:state.confirmed") : t("enrolment:state.reserveRank", { rank: rank ?? 0 })}
      </Badge>
      {clashes ? <SecondLine>{t("attendance:participants.clash", { workshops: clashes })}</SecondLine> : null}
      {isReached ? null : <SecondLine>{t("adding.unreached")}</SecondLine>}
    </>
  );
}
