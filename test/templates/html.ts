/** Reading rendered HTML in tests, without a browser. */

/** What a person reads: no tags, entities resolved, white space made one. */
export function readable(html: string): string {
  return normal(
    html
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<br\s*\/?>|<\/(?:p|td|th|tr|h\d|li|dt|dd|div)>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  );
}

/** White space as one blank. */
export function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The values of an attribute, in order. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
}

/** The elements with this name, as written, up to the end of the opening tag. */
export function elements(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>`, 'g')) ?? [];
}
