import type { AddressQuery } from "#app/address-makers.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";

type Props = {
  code: string;
  query: AddressQuery;
  institutionId: string;
  /** It was looked at already: now it is mended. */
  isAgain: boolean;
  text: string;
};

/** Where a list is pasted, and mended after it was looked at. */
export function PasteList({ code, query, institutionId, isAgain, text }: Props) {
  const { t, locale } = useTranslation("nominations");
  return (
    <>
      {isAgain ? (
        <h2 className="mb-2 text-xl">{t("list.mend")}</h2>
      ) : (
        <p className="mb-4 max-w-[65ch]">{t("list.lead")}</p>
      )}
      <PostForm part="look" labels={{ text: t("list.box") }} className="max-w-3xl">
        <input type="hidden" name="institutionId" value={institutionId} />
        <TextArea
          name="text"
          rows={isAgain ? Math.min(12, text.split("\n").length + 2) : 10}
          label={t("list.box")}
          hint={t("list.columns")}
        />
        <div className="flex flex-wrap gap-4">
          <Button look={isAgain ? "plain" : "main"}>{t(isAgain ? "list.lookAgain" : "list.look")}</Button>
          <Button look="plain" href={to.newNominee({ locale, code }, query)}>
            {t("new.toPeople")}
          </Button>
        </div>
      </PostForm>
    </>
  );
}
