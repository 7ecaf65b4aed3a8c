/** The page on which programmers read and try the API; the viewer fills it, in English. */
import { render } from 'preact-render-to-string';
import { addresses } from './parts/addresses.ts';

/** Where the viewer lies: its own files, and the one of ours that starts it. */
export type ApiDocs = { styles: readonly string[]; scripts: readonly string[]; description: string };

/** The HTML document. Nothing in it is inline, and nothing comes from elsewhere. @param description where the document of the API is */
export function apiDocsPage({ styles, scripts, description }: ApiDocs): string {
  const document = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API – Dolmetscherpool</title>
        <link rel="icon" href={addresses.icon} type="image/svg+xml" />
        {styles.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script src={src} defer />
        ))}
      </head>
      <body>
        <main id="api-docs" data-description={description}>
          <noscript>
            The documentation needs JavaScript. Without it: <a href={description}>{description}</a>
          </noscript>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${render(document)}\n`;
}
