/**
 * All mails of the pool on one page, for people who review their words and looks:
 * `node --import tsx test/templates/gallery.ts mails.html de`
 */
import { writeFileSync } from 'node:fs';
import { locale as locales } from '../../models/shape.ts';
import { renderMail } from '../../templates/mail/mail.ts';
import { factsFor, titleOf, told } from './mail-facts.ts';

const [file = 'mails.html', given = 'de'] = process.argv.slice(2);
const locale = locales.parse(given);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

const sections = told.map((one) => {
  const { subject, text, html } = renderMail(factsFor(one, locale));
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  return `<section><h2>${escaped(titleOf(one))}</h2><p><b>${escaped(subject)}</b></p>${body}<details><summary>Text</summary><pre>${escaped(text)}</pre></details></section>`;
});

writeFileSync(
  file,
  `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${told.length} mails</title>${sections.join('<hr>')}`,
);
