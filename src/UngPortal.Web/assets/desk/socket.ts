// The connection that tells a desk page that something moved, never what. One that is lost is tried again, and waits longer each time.
import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';

const connect_ms = { first: 2000, most: 60_000 };

export interface Listener {
  opened(): void;
  closed(): void;
  changed(kind: string): void;
}

export class DeskSocket {
  isOpen = false;
  private readonly hub: HubConnection;
  private isOver = false;
  private tries = 0;
  private timer = 0;

  constructor(
    address: string,
    private readonly listener: Listener,
  ) {
    this.hub = new HubConnectionBuilder().withUrl(address, { transport: HttpTransportType.WebSockets, skipNegotiation: true }).configureLogging(LogLevel.None).build();
    this.hub.on('changed', (kind: string) => this.hear(kind));
    this.hub.onclose(() => this.lose());
  }

  async open(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isOver || this.hub.state !== HubConnectionState.Disconnected) {
      return;
    }

    try {
      await this.hub.start();
    } catch {
      this.lose();
      return;
    }

    this.isOpen = true;
    this.listener.opened();
  }

  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    void this.hub.stop();
  }

  // Only who is heard has come in: a socket that opens and closes again must wait longer each time.
  private hear(kind: string): void {
    this.tries = 0;
    this.listener.changed(kind);
  }

  private lose(): void {
    this.isOpen = false;
    if (this.isOver) {
      return;
    }

    // Each page at another moment: a node that comes back must not meet all of them at once.
    const wait = Math.min(connect_ms.most, connect_ms.first * 2 ** this.tries++) * (0.5 + Math.random());
    this.timer = window.setTimeout(() => void this.open(), wait);
    this.listener.closed();
  }
}
