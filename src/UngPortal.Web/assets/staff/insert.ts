// Puts text into a field the way typing does, so that Ctrl+Z takes it back and the field says that it changed.
export function insert(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!isDone) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

// A block stands between two empty lines.
export function insertBlock(field: HTMLTextAreaElement, from: number, to: number, text: string): number {
  const before = field.value.slice(0, from);
  const after = field.value.slice(to);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after === '' ? '\n' : after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  insert(field, from, to, lead + text + trail);
  return from + lead.length;
}
