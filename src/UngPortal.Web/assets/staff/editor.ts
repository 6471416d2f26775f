// The editor beside its form: saves while somebody writes, and shows the page as it will be.
import { fill } from './counts';
import { readPage } from '../scripts/reading';

const save_ms = 1500;
const show_ms = 600;

export function setUpEditor(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]');
  if (form) {
    new Editor(form);
  }
}

class Editor {
  private saveTimer = 0;
  private showTimer = 0;
  private saving: Promise<boolean> | undefined;
  private isChanged = false;
  private isThere = true;
  private isLeaving = false;
  private address: string;
  private shown = 0;
  private readonly preview = document.querySelector<HTMLElement>('[data-editor-preview]');
  private readonly status: HTMLElement | null;

  constructor(private readonly form: HTMLFormElement) {
    this.status = form.querySelector<HTMLElement>('[data-editor-status]');
    this.address = this.status ? (form.dataset['autosave'] ?? '') : '';
    this.isChanged = this.status !== null && form.querySelector('.error-summary') !== null;
    form.addEventListener('input', () => this.change());
    form.addEventListener('submit', (event) => this.submit(event));
    document.addEventListener('click', (event) => goToLine(event));
    document.querySelectorAll<HTMLFormElement>('main form:not([data-editor])').forEach((other) => other.addEventListener('submit', (event) => this.saveFirst(event, other)));
    window.addEventListener('beforeunload', (event) => this.isChanged && event.preventDefault());
    form.querySelector<HTMLElement>('[data-preview-button]')?.setAttribute('hidden', '');
    void this.show();
  }

  private change(): void {
    this.isChanged = this.status !== null;
    clearTimeout(this.saveTimer);
    clearTimeout(this.showTimer);
    this.saveTimer = window.setTimeout(() => void this.save(), save_ms);
    this.showTimer = window.setTimeout(() => void this.show(), show_ms);
  }

  // One save at a time; what was typed meanwhile is saved after it.
  private async save(): Promise<boolean> {
    await this.saving;
    this.saving = this.address && this.isChanged ? this.send() : Promise.resolve(!this.isChanged);
    return this.saving;
  }

  private async send(): Promise<boolean> {
    this.isChanged = false;
    try {
      const answer = await fetch(this.address, { method: 'POST', body: new FormData(this.form) });
      this.isThere = answer.status < 500;
      if (answer.ok) {
        const { versjon } = (await answer.json()) as { versjon: number };
        document.querySelectorAll<HTMLInputElement>('input[name=Versjon]').forEach((version) => (version.value = String(versjon)));
        this.tell(fill(this.form.dataset['saved'], new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' })));
        return true;
      }

      this.address = answer.status === 409 ? '' : this.address;
      this.tell(this.form.dataset[answer.status === 409 ? 'conflict' : answer.status === 422 ? 'invalid' : 'away']);
    } catch {
      // The next pause tries again; the text is still in the form.
      this.isThere = false;
      this.tell(this.form.dataset['away']);
    }

    this.isChanged = true;
    return false;
  }

  // The page is left only when the site is there: what was typed stays in the form otherwise.
  private submit(event: SubmitEvent): void {
    clearTimeout(this.saveTimer);
    if (!this.address || this.isLeaving) {
      this.isChanged = false;
      return;
    }

    event.preventDefault();
    this.isChanged = true;
    void this.save().then(() => {
      if (this.isThere) {
        this.isLeaving = true;
        this.isChanged = false;
        this.form.requestSubmit(event.submitter);
      }
    });
  }

  // A step sends the text as it is saved, so what was just typed is saved before it; a comment only tries to.
  private saveFirst(event: SubmitEvent, other: HTMLFormElement): void {
    if (this.isChanged || this.saving) {
      event.preventDefault();
      const button = event.submitter;
      clearTimeout(this.saveTimer);
      void this.save().then((isSaved) => {
        this.saving = undefined;
        if (isSaved || !other.action.endsWith('/steg')) {
          this.isChanged = false;
          other.requestSubmit(button);
        } else {
          this.tell(this.address ? this.status?.textContent ?? '' : this.form.dataset['conflict']);
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

  private tell(text: string | undefined): void {
    if (this.status) {
      this.status.textContent = text ?? '';
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
