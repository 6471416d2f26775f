// The editor beside its form: saves while somebody writes, shows the page as it will be, and puts Markdown marks around a selection.
const pause_ms = 1500;

export function setUpEditor(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]');
  if (form?.querySelector('button[type=submit]')) {
    new Editor(form);
  }
}

class Editor {
  private timer = 0;
  private saving = false;
  private stopped = false;
  private readonly preview = document.querySelector<HTMLElement>('[data-editor-preview]');
  private readonly status: HTMLElement | null;
  private readonly version: HTMLInputElement | null;

  constructor(private readonly form: HTMLFormElement) {
    this.status = form.querySelector<HTMLElement>('[data-editor-status]');
    this.version = form.querySelector<HTMLInputElement>('input[name=Versjon]');
    form.addEventListener('input', () => this.later());
    form.addEventListener('submit', () => clearTimeout(this.timer));
    void this.show();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.work(), pause_ms);
  }

  private async work(): Promise<void> {
    await Promise.all([this.save(), this.show()]);
  }

  private async save(): Promise<void> {
    if (this.stopped) {
      return;
    }

    if (this.saving) {
      this.later();
      return;
    }

    this.saving = true;
    try {
      const answer = await fetch(`${this.form.action}?handler=Autosave`, { method: 'POST', body: new FormData(this.form) });
      if (answer.ok) {
        const { versjon } = (await answer.json()) as { versjon: number };
        this.version!.value = String(versjon);
        this.tell((this.form.dataset['saved'] ?? '').replace('{0}', new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' })));
      } else if (answer.status === 409) {
        this.stopped = true;
        this.tell(this.form.dataset['conflict'] ?? '');
      }
    } catch {
      // The next pause tries again; the text is still in the form.
    } finally {
      this.saving = false;
    }
  }

  private async show(): Promise<void> {
    const address = this.form.dataset['preview'];
    if (!address || !this.preview) {
      return;
    }

    const page = await readPage(address, new FormData(this.form));
    if (page) {
      this.preview.replaceChildren(...[...page.body.childNodes].map((node) => document.importNode(node, true)));
      this.preview.hidden = false;
    }
  }

  private tell(text: string): void {
    if (this.status) {
      this.status.textContent = text;
    }
  }
}

// A request of this kind parses the answer itself, so that no text has to be trusted as HTML; without an answer the last preview stays.
function readPage(address: string, body: FormData): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('POST', address);
    request.addEventListener('load', () => resolve(request.status === 200 ? request.responseXML : null));
    request.addEventListener('error', () => resolve(null));
    request.send(body);
  });
}
