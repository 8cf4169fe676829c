import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { clientI18n } from "./i18n/i18n.client.ts";
import { I18nProvider } from "./i18n/use-translation.ts";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nProvider value={clientI18n()}>
        <RemixBrowser />
      </I18nProvider>
    </StrictMode>,
    { onRecoverableError: (error) => console.error("hydration", error) },
  );
});
