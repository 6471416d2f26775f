// Sends a film in pieces, so that a lost connection or a reload costs one piece and not the whole. The server says how far it has come.
const piece_bytes = 4 * 1024 * 1024;
const waits_ms = [1000, 2000, 5000, 10_000, 30_000];

interface Said {
  tilstand: string;
  mottatt: number;
  av: number;
  feil: string | null;
}

type Ended = 'done' | 'refused' | 'gone';

export class FilmUpload {
  private paused = false;
  private wake: (() => void) | null = null;
  private sending: XMLHttpRequest | null = null;

  constructor(
    private readonly file: File,
    private readonly address: string,
    private readonly token: string,
    private readonly tell: (sent: number, state: 'sent' | 'waits' | 'paused') => void,
  ) {
    window.addEventListener('online', () => this.wake?.());
  }

  /** What the server said when it refused the film. */
  refusal = '';

  pause(): void {
    this.paused = true;
    this.sending?.abort();
  }

  go(): void {
    this.paused = false;
    this.wake?.();
  }

  /** Sends all that the server lacks, for as long as it takes. */
  async run(): Promise<Ended> {
    let failures = 0;
    let sent = 0;
    let isKnown = false;
    for (;;) {
      if (this.paused) {
        this.tell(sent, 'paused');
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }

      const { status, said } = isKnown ? await this.send(sent) : await this.ask();
      isKnown = said !== null && (status < 400 || status === 409);
      if (said && isKnown) {
        failures = 0;
        sent = said.mottatt;
        this.tell(sent, 'sent');
        if (said.tilstand !== 'Uploading') {
          return 'done';
        }
      } else if (status === 415 || status === 413 || status === 422) {
        this.refusal = said?.feil ?? '';
        return 'refused';
      } else if (status === 404 || status === 403 || (status >= 300 && status < 400)) {
        return 'gone';
      } else if (!this.paused) {
        this.tell(sent, 'waits');
        await this.wait(waits_ms[Math.min(failures++, waits_ms.length - 1)]!);
      }
    }
  }

  private async ask(): Promise<{ status: number; said: Said | null }> {
    try {
      const answer = await fetch(this.address, { redirect: 'manual', headers: { Accept: 'application/json' } });
      return { status: answer.type === 'opaqueredirect' ? 302 : answer.status, said: answer.ok ? ((await answer.json()) as Said) : null };
    } catch {
      return { status: 0, said: null };
    }
  }

  private send(offset: number): Promise<{ status: number; said: Said | null }> {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      this.sending = request;
      request.open('POST', this.address);
      request.responseType = 'json';
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Upload-Offset', String(offset));
      request.setRequestHeader('RequestVerificationToken', this.token);
      request.upload.addEventListener('progress', (part) => this.tell(offset + part.loaded, 'sent'));
      request.addEventListener('loadend', () => resolve({ status: request.status, said: request.response as Said | null }));
      request.send(this.file.slice(offset, offset + piece_bytes));
    });
  }

  private async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      window.setTimeout(resolve, milliseconds);
    });
    this.wake = null;
  }
}
