// Keeps a desk page current: told by a socket, or asking by itself where there is none. What is told is only that something moved; the page is then read like any other.
import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { readAnswer } from '../scripts/reading';
import { replaceRegions } from './regions';

const soonest_ms = 5000;
const spread_ms = 500;
const leaving_ms = 10_000;
const connect_ms = { first: 2000, most: 60_000 };
const slowest = 16;

type State = 'on' | 'polling' | 'off';

export class LiveDesk {
  private readonly hub: HubConnection;
  private readonly page: string;
  private readonly poll_ms: number;
  private isConnected = false;
  private isOver = false;
  private isStale = false;
  private isReading = false;
  private isAsked = false;
  private state: State | '' = '';
  private tries = 0;
  private failures = 0;
  private readAt = -soonest_ms;
  private leavingUntil = 0;
  private pollTimer = 0;
  private readTimer = 0;
  private connectTimer = 0;

  constructor(
    private readonly place: HTMLElement,
    private readonly news: HTMLElement,
  ) {
    this.page = place.dataset['livePage'] ?? location.href;
    this.poll_ms = Number(place.dataset['pollSeconds']) * 1000;
    this.hub = new HubConnectionBuilder().withUrl(place.dataset['liveHub'] ?? '', { transport: HttpTransportType.WebSockets, skipNegotiation: true }).configureLogging(LogLevel.None).build();
  }

  begin(): void {
    const isDesk = 'liveDesk' in this.place.dataset;
    this.hub.on('changed', (kind: string) => this.hear(kind, isDesk));
    this.hub.onclose(() => this.disconnected());
    document.addEventListener('visibilitychange', () => !document.hidden && (this.isStale || !this.isConnected) && this.readSoon());
    document.addEventListener('focusout', () => this.isStale && this.readSoon());
    window.addEventListener('online', () => void this.connect());
    window.addEventListener('offline', () => this.tell('off'));
    window.addEventListener('beforeunload', () => (this.leavingUntil = performance.now() + leaving_ms));
    void this.connect();
  }

  private async connect(): Promise<void> {
    clearTimeout(this.connectTimer);
    if (this.isOver || this.hub.state !== HubConnectionState.Disconnected) {
      return;
    }

    try {
      await this.hub.start();
    } catch {
      this.disconnected();
      return;
    }

    this.isConnected = true;
    this.tell('on');
  }

  // Only who is heard has come in: a socket that opens and closes again must wait longer each time.
  private hear(kind: string, isDesk: boolean): void {
    this.tries = 0;
    if (isDesk || kind !== 'desk') {
      this.readSoon();
    }
  }

  private disconnected(): void {
    this.isConnected = false;
    if (this.isOver) {
      return;
    }

    // Each page at another moment: a node that comes back must not meet all of them at once.
    const wait = Math.min(connect_ms.most, connect_ms.first * 2 ** this.tries++) * (0.5 + Math.random());
    this.connectTimer = window.setTimeout(() => void this.connect(), wait);
    this.tell(this.failures > 0 || !navigator.onLine ? 'off' : 'polling');
    if (this.pollTimer === 0) {
      this.pollLater();
    }
  }

  private pollLater(): void {
    clearTimeout(this.pollTimer);
    this.pollTimer = 0;
    if (!this.isConnected && !this.isOver) {
      this.pollTimer = window.setTimeout(() => {
        this.pollTimer = 0;
        void this.read();
      }, this.poll_ms * Math.min(slowest, 2 ** this.failures));
    }
  }

  // The first change is shown at once; many that follow each other are shown together.
  private readSoon(): void {
    clearTimeout(this.readTimer);
    this.readTimer = window.setTimeout(() => void this.read(), Math.max(0, this.readAt + soonest_ms - performance.now()) + Math.random() * spread_ms);
  }

  private async read(): Promise<void> {
    this.isStale = true;
    this.isAsked = this.isReading;
    if (this.isOver || this.isReading || document.hidden) {
      this.pollLater();
      return;
    }

    this.isReading = true;
    this.isStale = false;
    this.readAt = performance.now();
    const { status, page, isElsewhere } = await readAnswer(this.page);
    this.isReading = false;
    this.take(status, isElsewhere ? null : page);
    this.pollLater();
    if (this.isAsked) {
      this.isAsked = false;
      this.readSoon();
    }
  }

  private take(status: number, page: Document | null): void {
    if (status === 404 || status === 403 || (status === 200 && !page)) {
      // A form that was just sent may be why.
      this.isStale = performance.now() < this.leavingUntil;
      if (!this.isStale) {
        this.end(status === 404 ? 'lost' : 'out');
      }
    } else if (status === 200 && page) {
      this.failures = 0;
      this.tell(this.isConnected ? 'on' : 'polling');
      const { isWhole, more } = replaceRegions(page);
      this.isStale = !isWhole;
      if (more) {
        this.say(this.place.dataset[more]);
      }
    } else {
      this.failures++;
      this.isStale = true;
      this.tell(this.isConnected ? 'on' : 'off');
      if (this.isConnected) {
        this.readTimer = window.setTimeout(() => void this.read(), this.poll_ms);
      }
    }
  }

  private end(why: string): void {
    this.isOver = true;
    clearTimeout(this.connectTimer);
    this.show('');
    this.say(this.place.dataset[why]);
    void this.hub.stop();
  }

  // How the page keeps current is there to be seen; only what somebody must know is said aloud.
  private tell(state: State): void {
    if (state === this.state || this.isOver) {
      return;
    }

    const wasOff = this.state === 'off';
    this.state = state;
    this.show(state === 'off' ? '' : (this.place.dataset[state] ?? ''));
    if (state === 'off' || wasOff) {
      this.say(state === 'off' ? this.place.dataset['off'] : '');
    }
  }

  private show(text: string): void {
    const seen = this.place.querySelector<HTMLElement>('[data-live-state]');
    if (seen) {
      seen.textContent = text;
    }
  }

  private say(text: string | undefined): void {
    this.news.textContent = text ?? '';
  }
}
