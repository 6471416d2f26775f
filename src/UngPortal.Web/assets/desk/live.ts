// Keeps a desk page current: told by a socket, or asking by itself where there is none. What is told is only that something moved; the page is then read like any other.
import { readAnswer } from '../scripts/reading';
import { DeskNews } from './news';
import { replaceRegions } from './regions';
import { DeskSocket } from './socket';

const soonest_ms = 5000;
const spread_ms = 500;
const leaving_ms = 10_000;
const slowest = 16;

export class LiveDesk {
  private readonly news: DeskNews;
  private readonly socket: DeskSocket;
  private readonly page: string;
  private readonly poll_ms: number;
  private isOver = false;
  private isStale = false;
  private isReading = false;
  private isAsked = false;
  private failures = 0;
  private readAt = -soonest_ms;
  private leavingUntil = 0;
  private pollTimer = 0;
  private readTimer = 0;

  constructor(place: HTMLElement, aloud: HTMLElement) {
    const isDesk = 'liveDesk' in place.dataset;
    this.page = place.dataset['livePage'] ?? location.href;
    this.poll_ms = Number(place.dataset['pollSeconds']) * 1000;
    this.news = new DeskNews(place, aloud);
    this.socket = new DeskSocket(place.dataset['liveHub'] ?? '', {
      opened: () => this.news.tell('on'),
      closed: () => this.disconnected(),
      changed: (kind) => (isDesk || kind !== 'desk') && this.readSoon(),
    });
  }

  begin(): void {
    document.addEventListener('visibilitychange', () => !document.hidden && (this.isStale || !this.socket.isOpen) && this.readSoon());
    document.addEventListener('focusout', () => this.isStale && this.readSoon());
    window.addEventListener('online', () => void this.socket.open());
    window.addEventListener('offline', () => this.news.tell('off'));
    window.addEventListener('beforeunload', () => (this.leavingUntil = performance.now() + leaving_ms));
    void this.socket.open();
  }

  private disconnected(): void {
    this.news.tell(this.failures > 0 || !navigator.onLine ? 'off' : 'polling');
    if (this.pollTimer === 0) {
      this.pollLater();
    }
  }

  private pollLater(): void {
    clearTimeout(this.pollTimer);
    this.pollTimer = 0;
    if (!this.socket.isOpen && !this.isOver) {
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
      this.news.tell(this.socket.isOpen ? 'on' : 'polling');
      const { isWhole, more } = replaceRegions(page);
      this.isStale = !isWhole;
      if (more) {
        this.news.say(more);
      }
    } else {
      this.failures++;
      this.isStale = true;
      this.news.tell(this.socket.isOpen ? 'on' : 'off');
      if (this.socket.isOpen) {
        this.readTimer = window.setTimeout(() => void this.read(), this.poll_ms);
      }
    }
  }

  private end(why: string): void {
    this.isOver = true;
    this.news.end(why);
    this.socket.end();
  }
}
