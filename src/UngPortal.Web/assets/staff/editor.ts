// The editor beside its form: saves while somebody writes, and shows the page as it will be.
import { Autosave } from './autosave';
import { readPage } from '../scripts/reading';

const show_ms = 600;

export function setUpEditor(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]');
  if (form) {
    new Editor(form);
  }

  const kept = document.querySelector<HTMLFormElement>('form[data-kept]');
  if (kept) {
    new Autosave(kept, kept.querySelector<HTMLElement>('[data-kept-status]'));
  }
}

class Editor {
  private showTimer = 0;
  private shown = 0;
  private readonly preview = document.querySelector<HTMLElement>('[data-editor-preview]');
  private readonly status: HTMLElement | null;
  private readonly saves: Autosave;

  constructor(private readonly form: HTMLFormElement) {
    this.status = form.querySelector<HTMLElement>('[data-editor-status]');
    this.saves = new Autosave(form, this.status);
    form.addEventListener('input', () => this.change());
    document.addEventListener('click', (event) => goToLine(event));
    document.querySelectorAll<HTMLFormElement>('main form:not([data-editor])').forEach((other) => other.addEventListener('submit', (event) => this.saveFirst(event, other)));
    form.querySelector<HTMLElement>('[data-preview-button]')?.setAttribute('hidden', '');
    void this.show();
  }

  private change(): void {
    clearTimeout(this.showTimer);
    this.showTimer = window.setTimeout(() => void this.show(), show_ms);
  }

  // A step sends the text as it is saved, so what was just typed is saved before it; a comment only tries to.
  private saveFirst(event: SubmitEvent, other: HTMLFormElement): void {
    if (this.saves.isChanged || this.saves.isSaving) {
      event.preventDefault();
      const button = event.submitter;
      void this.saves.save().then((isSaved) => {
        if (isSaved || !other.action.endsWith('/steg')) {
          this.saves.isChanged = false;
          other.requestSubmit(button);
        } else {
          this.saves.tell(this.saves.hasStopped ? this.form.dataset['conflict'] : this.status?.textContent ?? '');
          this.status?.scrollIntoView({ block: 'center' });
        }
      });
    }
  }

  private async show(): Promise<void> {
    const address = this.form.dataset['preview'];
    if (!address || !this.preview) {
      return;
    }

    const turn = ++this.shown;
    const page = await readPage(address, new FormData(this.form));
    if (page && turn === this.shown) {
      this.preview.replaceChildren(...[...page.body.childNodes].map((node) => document.importNode(node, true)));
      this.preview.hidden = false;
    }
  }
}

// A problem's line leads into the text itself.
function goToLine(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
  const field = document.querySelector<HTMLTextAreaElement>('#Tekst');
  if (link && field) {
    event.preventDefault();
    const lines = field.value.split('\n');
    const line = Math.min(Number(link.dataset['line']), lines.length);
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
    field.scrollTop = (field.scrollHeight / lines.length) * (line - 3);
  }
}
