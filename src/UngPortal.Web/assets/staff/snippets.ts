// Puts a piece of text into the field it belongs to, where the cursor was or at the end; the text itself can be copied without this.
import { insertBlock } from './insert';

export function setUpSnippets(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-insert]')) {
    const text = document.getElementById(button.dataset['insert'] ?? '');
    const field = document.getElementById(button.dataset['into'] ?? '');
    if (text && field instanceof HTMLTextAreaElement) {
      button.hidden = false;
      button.addEventListener('click', () => insertBlock(field, field.selectionStart, field.selectionEnd, text.textContent ?? ''));
    }
  }
}
