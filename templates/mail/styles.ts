/** Inline styles of mails: mail programs know no style sheets. Values are those of KERN in its light theme. */
import type { Tone } from './description.ts';

const font = "font-family: 'Fira Sans', 'Segoe UI', Roboto, Arial, sans-serif;";
const ink = 'color: #131525;';
const muted = 'color: #454b6b;';
const accent = '#2044aa';

/** Backgrounds of the state; the text on each keeps a contrast above 10 : 1. */
const toneColours: Record<Tone, string> = {
  info: '#c0f3ff',
  success: '#cdf2e4',
  warning: '#ffe7b6',
  danger: '#fee4e0',
  neutral: '#dfe1ea',
};

export const colours = { page: '#f3f4f7', paper: '#ffffff', line: '#c0c3d5', accent };

export const styles = {
  body: `margin: 0; padding: 0; background-color: ${colours.page};`,
  preheader: 'display: none; max-height: 0; overflow: hidden;',
  page: `background-color: ${colours.page};`,
  around: 'padding: 16px 8px;',
  sheet: `max-width: 600px; background-color: ${colours.paper}; border: 1px solid ${colours.line};`,
  brand: `border-top: 4px solid ${accent}; padding: 16px 24px; ${font} font-size: 16px; line-height: 22px; ${ink}`,
  unit: `${muted} font-size: 14px;`,
  state: (tone: Tone) =>
    `background-color: ${toneColours[tone]}; padding: 12px 24px; ${font} font-size: 18px; line-height: 24px; font-weight: 600; ${ink}`,
  content: 'padding: 24px;',
  heading: `${font} font-size: 26px; line-height: 34px; font-weight: 600; ${ink} margin: 0 0 16px 0;`,
  paragraph: `${font} font-size: 18px; line-height: 26px; ${ink} margin: 0 0 16px 0;`,
  note: `${font} font-size: 14px; line-height: 22px; ${muted} margin: 0 0 8px 0;`,
  facts: `border-top: 1px solid ${colours.line}; border-bottom: 1px solid ${colours.line}; margin: 0 0 16px 0;`,
  label: `${font} font-size: 16px; line-height: 24px; font-weight: 600; ${ink} text-align: start; padding: 6px 16px 6px 0; width: 84px;`,
  value: `${font} font-size: 16px; line-height: 24px; ${ink} padding: 6px 0;`,
  buttonBox: 'margin: 0 0 16px 0;',
  buttonCell: 'border-radius: 4px;',
  button: `${font} display: inline-block; font-size: 20px; line-height: 24px; font-weight: 600; color: #ffffff; text-decoration: none; padding: 16px 28px;`,
  foot: `background-color: ${colours.page}; padding: 16px 24px;`,
  phone: `color: ${accent}; white-space: nowrap;`,
  address: 'word-break: break-all;',
};
