import { gzipSync } from "node:zlib";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { detectLocale } from "./i18n/detect.ts";
import { localeOfPath } from "./i18n/locales.ts";
import { serverI18n } from "./i18n/translator.server.ts";
import { I18nProvider } from "./i18n/use-translation.ts";
import { HereProvider, type Returned } from "./ui/frame/here.tsx";
import { AnswerProvider } from "./web/answer.tsx";
import type { KeptForm } from "./web/kept/kept-form.ts";
import { openData } from "./web/unsent-data.ts";

/**
 * Pages are small and wait for nothing. Each is rendered whole: its length is known, and an error can still be told.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  load: AppLoadContext,
) {
  const { nonce, requestId, settings, takesGzip, keep } = load;
  const { pathname, search } = new URL(request.url);
  const locale = localeOfPath(pathname) ?? detectLocale(request.headers);
  const context = remix.staticHandlerContext;
  // in its place: Remix notes on this very object how far rendering came
  context.loaderData = openData(context.loaderData);
  const returned = returnedIn(context);
  const answer = { nonce, requestId, locale, isDemo: settings.demo, script: remix.manifest.entry.module };
  const page = (
    <I18nProvider value={serverI18n(locale)}>
      <AnswerProvider value={answer}>
        <HereProvider value={{ path: pathname, search, returned }}>
          <RemixServer context={{ ...remix, serverHandoffStream: undefined }} url={request.url} />
        </HereProvider>
      </AnswerProvider>
    </I18nProvider>
  );
  // React writes the doctype only into streams
  const html = `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!takesGzip) return new Response(html, { headers, status });
  headers.set("Content-Encoding", "gzip");
  // at once: handing a page of some kilobytes to a thread and back costs ten times as much
  const body = gzipSync(html, { level: 3 });
  if (keep && status === 200 && !html.includes(nonce)) keep({ headers: [...headers], body });
  return new Response(body, { headers, status });
}

/** A form is answered by one action: by its route's id, which no component needs to know. Else by what was kept. */
function returnedIn({ actionData, loaderData }: EntryContext["staticHandlerContext"]): Returned | null {
  const [answered] = Object.values(actionData ?? {});
  const { kept } = (loaderData.root ?? {}) as { kept?: KeptForm | null };
  return answered ?? (kept ? { values: kept.values, kept } : null);
}

/** What no guard has seen: errors of rendering. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { log, requestId } = context;
  log.error({ requestId, err: error }, "rendering failed");
}
