import { useTranslation } from "#app/i18n/use-translation.ts";
import { KeyPagination, Pagination } from "#app/ui/display/pagination.tsx";
import { Button, type ButtonLook } from "#app/ui/form/button.tsx";
import { Chips } from "#app/ui/form/chips.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { LinkedText } from "#app/ui/linked-text.tsx";

const looks: ButtonLook[] = ["main", "plain", "grave"];

/** What is pressed: it leads onward or sends something. */
export function GalleryControls({ here }: { here: string }) {
  const { t } = useTranslation("gallery");
  const chips = [
    { href: "?", label: t("choice.first"), count: 12, isCurrent: true },
    { href: "?chip=2", label: t("choice.second"), count: 0, isCurrent: false },
    { href: "?chip=3", label: t("choice.third"), isCurrent: false },
  ];
  return (
    <Section title={t("section.controls")}>
      <Tabs
        label={t("tabs")}
        tabs={[
          { to: here, label: t("title"), end: true },
          { to: "?tab=2", label: t("other") },
        ]}
      />
      <div className="grid gap-4">
        {looks.map((look) => (
          <ButtonRow key={look} look={look} here={here} />
        ))}
        <Button look="main" width="full">
          {t("look.full")}
        </Button>
        <Button look="plain" width="full on a phone">
          {t("look.long")}
        </Button>
        <p>
          <LinkedText text={t("link")} href={here} />
        </p>
      </div>
      <Chips label={t("chips")} chips={chips} className="mt-6" />
      <Pagination page={1} pages={3} />
      <Pagination page={2} pages={3} />
      <Pagination page={3} pages={3} />
      <KeyPagination previous={null} next="a" />
      <KeyPagination previous="a" next="b" />
    </Section>
  );
}

function ButtonRow({ look, here }: { look: ButtonLook; here: string }) {
  const { t } = useTranslation("gallery");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look={look}>{t(`look.${look}`)}</Button>
      <Button look={look} isSmall>
        {t("look.small")}
      </Button>
      <Button look={look} href={here}>
        {t("look.link")}
      </Button>
      <PostButton look={look} fields={{ part: look }} disabled>
        {t("look.disabled")}
      </PostButton>
    </div>
  );
}
