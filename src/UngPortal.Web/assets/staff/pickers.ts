// The editor's pickers without leaving the page: the server draws a picker anew, and only that part is put in its place.
import { fill } from './counts';
import { insert, insertBlock } from './insert';
import { readPage } from '../scripts/reading';

const pause_ms = 300;

export function setUpPickers(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]');
  const field = document.querySelector<HTMLTextAreaElement>('#Tekst');
  if (!form?.querySelector('[data-editor-status]')) {
    return;
  }

  form.querySelectorAll<HTMLElement>('[data-picker]').forEach((picker) => prepare(form, picker));
  showInserts(form);
  setUpFilter(form);
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-insert]') : null;
    if (button && field) {
      const text = button.dataset['insert'] ?? '';
      if ('block' in button.dataset) {
        insertBlock(field, field.selectionStart, field.selectionEnd, text.trimEnd());
      } else {
        insert(field, field.selectionStart, field.selectionEnd, text);
      }
    }
  });
}

function prepare(form: HTMLFormElement, picker: HTMLElement): void {
  let pause = 0;
  picker.querySelectorAll<HTMLElement>('[data-without-script]').forEach((button) => (button.hidden = true));
  picker.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name=Valg]') : null;
    if (button) {
      event.preventDefault();
      void draw(form, picker, button.value, button.formAction);
    }
  });
  const search = picker.querySelector<HTMLInputElement>('input[type=search]');
  const action = picker.querySelector<HTMLButtonElement>('button[name=Valg]')?.formAction;
  if (!search || !action) {
    return;
  }

  const find = () => void draw(form, picker, 'finn', action);
  search.addEventListener('input', (event) => {
    event.stopPropagation();
    clearTimeout(pause);
    pause = window.setTimeout(find, pause_ms);
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      clearTimeout(pause);
      find();
    }
  });
  picker.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && 'pick' in event.target.dataset) {
      void draw(form, picker, 'velg', action);
    }
  });
}

async function draw(form: HTMLFormElement, picker: HTMLElement, choice: string, action: string): Promise<void> {
  const body = new FormData(form);
  body.set('Valg', choice);
  const page = await readPage(action, body);
  const drawn = page?.getElementById(picker.id);
  if (!drawn || !picker.isConnected) {
    return;
  }

  const fresh = document.importNode(drawn, true);
  const search = picker.querySelector<HTMLInputElement>('input[type=search]');
  const searched = fresh.querySelector<HTMLInputElement>('input[type=search]');
  const had = document.activeElement;
  const [hadSearch, hadFocus] = [had === search, picker.contains(had)];
  const at = search?.selectionStart ?? 0;
  if (search && searched) {
    searched.value = search.value;
  }

  picker.replaceWith(fresh);
  prepare(form, fresh);
  showInserts(form);
  if (hadSearch || hadFocus) {
    const same = choice.includes(':') ? [...fresh.querySelectorAll<HTMLButtonElement>('button[name=Valg]')].find((button) => button.value === choice) : undefined;
    (hadSearch ? searched : same ?? searched)?.focus();
    searched?.setSelectionRange(at, at);
  }

  if (choice !== 'finn') {
    fresh.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function showInserts(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLElement>('[data-insert]').forEach((button) => (button.hidden = false));
}

// All services are on the page; the filter only hides those that don't match.
function setUpFilter(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLElement>('[data-filtered]').forEach((list) => {
    const frame = list.querySelector<HTMLElement>('[data-filter]');
    const input = frame?.querySelector('input');
    const status = frame?.querySelector('[role=status]');
    if (!frame || !input || !status) {
      return;
    }

    frame.hidden = false;
    input.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    input.addEventListener('input', (event) => {
      event.stopPropagation();
      const words = input.value.toLowerCase().split(/\s+/);
      const rows = [...list.querySelectorAll('li')];
      rows.forEach((row) => (row.hidden = !words.every((word) => (row.textContent ?? '').toLowerCase().includes(word))));
      status.textContent = input.value ? fill(input.dataset['count'], rows.filter((row) => !row.hidden).length) : '';
    });
  });
}
