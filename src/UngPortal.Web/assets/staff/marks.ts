// What each tool does to the text and its selection; afterwards what the writer has to fill in is selected.
import { insert, insertBlock } from './insert';

const address = /^(?:https?:\/\/|\/)\S+$/;

export function mark(field: HTMLTextAreaElement, kind: string, words: string): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  switch (kind) {
    case 'Bold':
      return wrap(field, '**', words);
    case 'Italic':
      return wrap(field, '*', words);
    case 'H2':
      return begin(field, () => '## ', /^#{1,6} +/, words);
    case 'H3':
      return begin(field, () => '### ', /^#{1,6} +/, words);
    case 'List':
      return begin(field, () => '- ', /^(?:[-*+]|\d+\.) +/, words);
    case 'Numbers':
      return begin(field, (index) => `${index + 1}. `, /^(?:[-*+]|\d+\.) +/, words);
    case 'Link':
      return link(field, chosen, words);
    case 'Quote':
      return box(field, 'sitat', '', chosen || words, chosen === '');
    case 'FactBox':
      return box(field, 'faktaboks', words, chosen, true);
    case 'Accordion':
      return box(field, 'trekkspill', words, chosen, true);
    case 'Figure': {
      const at = insertBlock(field, from, to, `::: figur ${words}\n${chosen ? `${chosen}\n` : ''}:::`);
      return field.setSelectionRange(at + '::: figur '.length, at + '::: figur '.length + words.length);
    }
    case 'Service':
      insert(field, from, to, `[[tjeneste:${words}]]`);
      return field.setSelectionRange(from + '[[tjeneste:'.length, from + '[[tjeneste:'.length + words.length);
  }
}

// Around the selection, or away from it when it is there: one star is italic, two are bold, three are both.
function wrap(field: HTMLTextAreaElement, sign: string, words: string): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  const isSigned = (stars: number) => (sign === '**' ? stars >= 2 : stars === 1 || stars >= 3);
  const inside = Math.min(/^\**/.exec(chosen)![0].length, /\**$/.exec(chosen)![0].length);
  if (chosen.length > 2 * inside && isSigned(inside)) {
    insert(field, from, to, chosen.slice(sign.length, -sign.length));
    return field.setSelectionRange(from, to - 2 * sign.length);
  }

  if (chosen && isSigned(Math.min(/\**$/.exec(value.slice(0, from))![0].length, /^\**/.exec(value.slice(to))![0].length))) {
    insert(field, from - sign.length, to + sign.length, chosen);
    return field.setSelectionRange(from - sign.length, to - sign.length);
  }

  const text = chosen || words;
  insert(field, from, to, sign + text + sign);
  field.setSelectionRange(from + sign.length, from + sign.length + text.length);
}

// At the beginning of each chosen line; a second press takes it away again.
function begin(field: HTMLTextAreaElement, signOf: (index: number) => string, other: RegExp, words: string): void {
  const from = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1;
  const end = field.value.indexOf('\n', field.selectionEnd);
  const to = end < 0 ? field.value.length : end;
  const lines = field.value.slice(from, to).split('\n');
  const isThere = lines.every((line, index) => line.startsWith(signOf(index)));
  const isEmpty = lines.length === 1 && lines[0]!.trim() === '';
  const text = isThere ? lines.map((line, index) => line.slice(signOf(index).length)) : lines.map((line, index) => signOf(index) + (isEmpty ? words : line.replace(other, '')));
  insert(field, from, to, text.join('\n'));
  const last = from + text.join('\n').length;
  field.setSelectionRange(isThere || lines.length > 1 ? last : from + signOf(0).length, last);
}

function link(field: HTMLTextAreaElement, chosen: string, words: string): void {
  const from = field.selectionStart;
  const [text, target] = address.test(chosen) ? [words, chosen] : [chosen || words, '/artikler/'];
  insert(field, from, field.selectionEnd, `[${text}](${target})`);
  if (target === chosen || chosen === '') {
    return field.setSelectionRange(from + 1, from + 1 + text.length);
  }

  field.setSelectionRange(from + text.length + 3, from + text.length + 3 + target.length);
}

// A box around another box needs one colon more than that one.
function box(field: HTMLTextAreaElement, kind: string, title: string, text: string, selects: boolean): void {
  const colons = ':'.repeat(Math.max(2, ...[...text.matchAll(/^:{3,}/gm)].map((found) => found[0].length)) + 1);
  const head = `${colons} ${kind}`;
  const at = insertBlock(field, field.selectionStart, field.selectionEnd, `${head}${title ? ` ${title}` : ''}\n${text}\n${colons}`);
  const begin = at + head.length + 1;
  field.setSelectionRange(begin, begin + (selects ? (title || text).length : 0));
}
