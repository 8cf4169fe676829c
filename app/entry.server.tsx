import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { detectLocale } from "./i18n/detect.ts";
import { localeOfPath } from "./i18n/locales.ts";
import { serverI18n } from "./i18n/translator.server.ts";
import { AnswerProvider } from "./web/answer.tsx";
import type { AppContext } from "./web/context.ts";

/** Pages are small and wait for nothing: each is rendered whole, so that its length is known and an error can still be told. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, load: AppLoadContext) {
  const { nonce, requestId } = load as unknown as AppContext;
  const locale = localeOfPath(new URL(request.url).pathname) ?? detectLocale(request.headers);
  return new Promise<Response>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <I18nextProvider i18n={serverI18n(locale)}>
        <AnswerProvider value={{ nonce, requestId, locale }}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </AnswerProvider>
      </I18nextProvider>,
      {
        nonce,
        onAllReady() {
          headers.set("Content-Type", "text/html; charset=utf-8");
          pipe(collect((html) => resolve(new Response(html as BodyInit, { headers, status }))));
        },
        onShellError: reject,
        onError: reject,
      },
    );
  });
}

function collect(done: (bytes: Uint8Array) => void): Writable {
  const parts: Buffer[] = [];
  return new Writable({
    write(part, _encoding, next) {
      parts.push(Buffer.from(part));
      next();
    },
    final(next) {
      done(Buffer.concat(parts));
      next();
    },
  });
}

/** What no guard has seen: errors of rendering. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { log, requestId } = context as unknown as AppContext;
  log.error({ requestId, err: error }, "rendering failed");
}
