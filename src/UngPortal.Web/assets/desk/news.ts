// Says how a desk page keeps current. That is there to be seen; only what somebody must know is said aloud.
export type State = 'on' | 'polling' | 'off';

export class DeskNews {
  private state: State | '' = '';
  private isOver = false;

  constructor(
    private readonly place: HTMLElement,
    private readonly aloud: HTMLElement,
  ) {}

  tell(state: State): void {
    if (state === this.state || this.isOver) {
      return;
    }

    const wasOff = this.state === 'off';
    this.state = state;
    this.show(state === 'off' ? '' : (this.place.dataset[state] ?? ''));
    if (state === 'off' || wasOff) {
      this.aloud.textContent = state === 'off' ? (this.place.dataset['off'] ?? '') : '';
    }
  }

  /** Says what the page holds under that name. */
  say(name: string): void {
    this.aloud.textContent = this.place.dataset[name] ?? '';
  }

  end(why: string): void {
    this.isOver = true;
    this.show('');
    this.say(why);
  }

  private show(text: string): void {
    const seen = this.place.querySelector<HTMLElement>('[data-live-state]');
    if (seen) {
      seen.textContent = text;
    }
  }
}
