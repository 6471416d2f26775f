// Saves a form while somebody writes: one save at a time, and what was typed stays in the form whatever becomes of it.
import { fill } from './counts';
import { holdsUnkept, isUnkept } from './unkept';

const save_ms = 1500;
// Soon at first, since a browser may say too early that the net is back; then seldom, so that a site in trouble isn't asked by all at once.
const again_ms = { first: 2000, most: 30_000 };
const patience_ms = 20_000;
// Of what the site says, only this is about the text; all else is about the way there.
const about_text = [404, 409, 422];

export class Autosave {
  isChanged = false;
  private timer = 0;
  private pause_ms = again_ms.first;
  private saving: Promise<boolean> | undefined;
  private isThere = true;
  private isLeaving = false;
  private address: string;

  /** Without a status line nothing is saved: the form can't be written in. */
  constructor(
    private readonly form: HTMLFormElement,
    private readonly status: HTMLElement | null,
  ) {
    this.address = status ? (form.dataset['autosave'] ?? '') : '';
    this.isChanged = status !== null && form.querySelector('.error-summary') !== null;
    form.addEventListener('input', (event) => !isUnkept(event.target) && this.change());
    form.addEventListener('submit', (event) => this.submit(event));
    document.addEventListener('visibilitychange', () => document.hidden && void this.save());
    window.addEventListener('online', () => void this.save());
    window.addEventListener('beforeunload', (event) => (this.isChanged || (!this.isLeaving && (this.isSaving || holdsUnkept(form)))) && event.preventDefault());
  }

  get isSaving(): boolean {
    return this.saving !== undefined;
  }

  change(): void {
    this.isChanged = this.status !== null;
    this.saveIn(save_ms);
  }

  stopWaiting(): void {
    clearTimeout(this.timer);
  }

  // One save at a time; what was typed meanwhile is saved after it.
  async save(): Promise<boolean> {
    this.stopWaiting();
    const before = this.saving;
    const mine = (async () => {
      await before;
      return this.address && this.isChanged ? this.send() : !this.isChanged;
    })();
    this.saving = mine;
    const isSaved = await mine;
    if (this.saving === mine) {
      this.saving = undefined;
    }

    return isSaved;
  }

  /** Whether it has stopped for good: somebody else has saved, or the text is not this person's any more. */
  get hasStopped(): boolean {
    return this.address === '';
  }

  tell(text: string | undefined): void {
    if (this.status && this.status.textContent !== (text ?? '')) {
      this.status.textContent = text ?? '';
    }
  }

  private saveIn(pause_ms: number): void {
    this.stopWaiting();
    this.timer = window.setTimeout(() => void this.save(), pause_ms);
  }

  private async send(): Promise<boolean> {
    this.isChanged = false;
    const words = this.form.dataset;
    try {
      const answer = await fetch(this.address, { method: 'POST', body: this.body(), headers: { Accept: 'application/json' }, redirect: 'manual', signal: AbortSignal.timeout(patience_ms) });
      const isSignedOut = answer.type === 'opaqueredirect';
      this.isThere = answer.ok || about_text.includes(answer.status);
      if (answer.ok) {
        this.pause_ms = again_ms.first;
        const { versjon } = (await answer.json()) as { versjon: number };
        document.querySelectorAll<HTMLInputElement>('input[name=Versjon]').forEach((version) => (version.value = String(versjon)));
        this.tell(versjon < 0 ? '' : fill(words['saved'], clock()));
        return true;
      }

      const isLost = answer.status === 404 && 'lost' in words;
      this.address = answer.status === 409 || isLost ? '' : this.address;
      this.tell(answer.status === 409 ? words['conflict'] : answer.status === 422 ? words['invalid'] : isLost ? words['lost'] : isSignedOut ? (words['out'] ?? words['away']) : words['away']);
    } catch {
      this.isThere = false;
      this.tell(words['away']);
    }

    this.isChanged = true;
    if (!this.isThere) {
      this.saveIn(this.pause_ms);
      this.pause_ms = Math.min(this.pause_ms * 2, again_ms.most);
    }

    return false;
  }

  // As the button would send it.
  private body(): FormData {
    const body = new FormData(this.form);
    const button = this.form.querySelector<HTMLButtonElement>('button[data-keep]');
    if (button) {
      body.set(button.name, button.value);
    }

    return body;
  }

  // The page is left only when the site is there: what was typed stays in the form otherwise.
  private submit(event: SubmitEvent): void {
    this.stopWaiting();
    if (this.hasStopped || this.isLeaving) {
      this.isLeaving = true;
      this.isChanged = false;
      return;
    }

    event.preventDefault();
    this.isChanged = true;
    void this.save().then(() => {
      if (this.isThere && !this.hasStopped) {
        this.isLeaving = true;
        this.isChanged = false;
        this.form.requestSubmit(event.submitter);
      }
    });
  }
}

function clock(): string {
  const language = document.documentElement.lang;
  const time = new Date().toLocaleTimeString(language, { timeStyle: 'short' });
  return language === 'en' ? time : time.replace(':', '.');
}
