import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { heldSender, senderPlace } from "#app/nominations/sender/sender-door.ts";
import { SenderPage } from "#app/nominations/sender/sender-page.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { FileField, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { guardedStoredUpload } from "#app/web/doors/stored-upload-door.ts";
import { withFileMessage } from "#app/web/doors/upload-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { addLetter } from "./commands.ts";
import { letterForm } from "./form.ts";
import { listNominationLetters } from "./queries.ts";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { db, locale, actor } = visit;
  const { frame, workshop, institutionId } = await senderPlace(visit);
  const letters = await listNominationLetters(db, { workshopId: workshop.id, institutionId });
  return {
    frame,
    letters: letters.map(({ number, name, signatory, signatoryPost, signedOn, addedAt, sha256 }) => ({
      ...{ number, name, signatory, signatoryPost, sha256 },
      signedOn: formatDate(locale, signedOn),
      addedAt: formatInstant(locale, addedAt, actor.zone),
    })),
  };
});

export const action = guardedStoredUpload("nomination.send", letterForm, {
  kinds: ["pdf", "jpg"],
  find: senderPlace,
  async act(visit) {
    const { trx, by, input, values, file, locale, params, reach } = visit;
    const { institutionId, ...said } = input;
    const place = await heldSender(visit, institutionId);
    const because = await addLetter(trx, place, { input: said, file }, by);
    if (because) {
      const field = because === "ahead" ? "signedOn" : "";
      return refuse(invalid(withFileMessage({ [field]: `nominations:refused.${because}` }, file), values));
    }
    const query = reach.institutionIds.length > 1 ? { sender: institutionId } : {};
    return redirect(to.nominating({ locale, code: params.code ?? "" }, { ...query, done: "letter" }));
  },
});

export default function LetterPage() {
  const { frame, letters } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("nominations");
  const { code, institutionId } = frame;
  const query = frame.senders.length > 1 ? { sender: institutionId } : {};
  const labels = {
    signatory: t("letter.signatory"),
    signatoryPost: t("letter.signatoryPost"),
    signedOn: t("letter.signedOn"),
    file: t("letter.file"),
  };
  return (
    <SenderPage frame={frame} isWithin title={t("letter.title")}>
      <p className="mb-6 max-w-[65ch]">{t("letter.lead")}</p>
      <PostForm labels={labels} hasFile isFramed className="mb-8 max-w-2xl">
        <input type="hidden" name="institutionId" value={institutionId} />
        <TextField name="signatory" label={labels.signatory} maxLength={120} autoComplete="off" />
        <TextField name="signatoryPost" label={labels.signatoryPost} maxLength={160} autoComplete="off" />
        <DateField name="signedOn" label={labels.signedOn} />
        <FileField name="file" label={labels.file} hint={t("letter.fileHint")} accept=".pdf,.jpg,.jpeg" />
        <Button look="main">{t(letters.length ? "letter.replace" : "letter.button")}</Button>
      </PostForm>
      <Section title={t("letter.history")}>
        {letters.length ? (
          <Panel as="ol" isRuled className="max-w-3xl">
            {letters.map(({ number, name, signatory, signatoryPost, signedOn, addedAt, sha256 }, index) => (
              <li key={number} className="px-5 py-3">
                <a
                  className="link wrap-anywhere font-bold"
                  href={to.nominationLetterFile({ locale, code, letter: number }, query)}
                >
                  {name}
                </a>{" "}
                <span className="text-sm text-hint">{t(index ? "letter.former" : "letter.current")}</span>
                <p>{t("letter.line", { signatory, post: signatoryPost, date: signedOn })}</p>
                <p className="text-sm text-hint">{t("letter.addedAt", { at: addedAt })}</p>
                <p className="wrap-anywhere text-xs text-hint">SHA-256 {sha256}</p>
              </li>
            ))}
          </Panel>
        ) : (
          <Empty title={t("letter.missing")} />
        )}
      </Section>
    </SenderPage>
  );
}
