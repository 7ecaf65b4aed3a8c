/** The HTML part: one column of tables with inline styles, readable in every mail program and without pictures. */
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { telephoneUrl } from '../telephone.ts';
import { type Piece, piecesOf, type Text } from '../words/text.ts';
import { words } from '../words/words.ts';
import type { Block, Description, FactRow } from './description.ts';
import type { MailFacts } from './facts.ts';
import { colours, styles } from './styles.ts';

/** A whole HTML document from the same description as the text part. */
export function htmlPart(description: Description, facts: MailFacts, title: string): string {
  const { locale, centre, name } = facts;
  const { labels, mails } = words(locale);
  const document = (
    <html lang={locale} dir={labels.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{title}</title>
      </head>
      <body style={styles.body}>
        <div {...mainPart} lang={locale} dir={labels.dir}>
          <div style={styles.preheader}>{description.preheader}</div>
          <Sheet>
            <Brand centre={centre} />
            <Row>
              <td style={styles.state(description.tone)}>{description.state}</td>
            </Row>
            <Row>
              <td style={styles.content}>
                <h1 style={styles.heading}>{description.heading}</h1>
                <p style={styles.paragraph}>{mails.frame.greeting(name)}</p>
                {description.blocks.map(BlockRow)}
              </td>
            </Row>
            <Foot centre={centre} replies={mails.frame.replies(centre.phone)} />
          </Sheet>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>\n${render(document)}\n`;
}

/** What old mail programs need on every table, and what tells a screen reader that it only lays things out. */
const plainTable = { cellpadding: '0', cellspacing: '0', border: '0' };
const layoutTable = { ...plainTable, role: 'presentation' as const };
/** Not the element: mail programs take out those they do not know. */
const mainPart = { role: 'main' as const };
const onTop = { valign: 'top' as const };

function Sheet({ children }: { children: ComponentChildren }): VNode {
  return (
    <table {...layoutTable} width="100%" style={styles.page}>
      <tbody>
        <tr>
          <td align="center" style={styles.around}>
            <table {...layoutTable} width="100%" style={styles.sheet}>
              <tbody>{children}</tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Row({ children }: { children: ComponentChildren }): VNode {
  return <tr>{children}</tr>;
}

function Brand({ centre }: { centre: MailFacts['centre'] }): VNode {
  return (
    <Row>
      <td style={styles.brand}>
        <strong>{centre.poolName}</strong>
        <br />
        <span style={styles.unit}>{centre.unit}</span>
      </td>
    </Row>
  );
}

function Foot({ centre, replies }: { centre: MailFacts['centre']; replies: Text }): VNode {
  return (
    <Row>
      <td style={styles.foot}>
        <p style={styles.note}>
          {centre.name}, {centre.address}
          <br />
          {piecesOf(replies).map(PieceOf)}
        </p>
      </td>
    </Row>
  );
}

function BlockRow(block: Block): VNode {
  switch (block.kind) {
    case 'paragraph':
      return <p style={styles.paragraph}>{piecesOf(block.text).map(PieceOf)}</p>;
    case 'note':
      return <p style={styles.note}>{piecesOf(block.text).map(PieceOf)}</p>;
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'button':
      return <Button label={block.label} url={block.url} />;
  }
}

function Facts({ rows }: { rows: FactRow[] }): VNode {
  return (
    <table {...plainTable} width="100%" style={styles.facts}>
      <tbody>
        {rows.map(({ label, lines }) => (
          <tr>
            <th {...onTop} scope="row" style={styles.label}>
              {label}
            </th>
            <td {...onTop} style={styles.value}>
              {lines.flatMap((line, index) => [
                ...(index > 0 ? [<br />] : []),
                ...piecesOf(line).map(PieceOf),
              ])}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A cell with a colour of its own, because some programs know no padding on links. */
function Button({ label, url }: { label: string; url: string }): VNode {
  return (
    <table {...layoutTable} style={styles.buttonBox}>
      <tbody>
        <tr>
          <td {...{ bgcolor: colours.accent }} style={styles.buttonCell}>
            <a href={url} target="_blank" rel="noopener noreferrer" style={styles.button}>
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function PieceOf(piece: Piece): VNode | string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return <strong>{piece.strong}</strong>;
  if ('url' in piece) return <span style={styles.address}>{piece.url}</span>;
  return (
    <a href={telephoneUrl(piece.phone)} style={styles.phone}>
      {piece.phone}
    </a>
  );
}
