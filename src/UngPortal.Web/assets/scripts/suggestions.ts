// Search suggestions as an ARIA combobox with a list box. What is typed goes to our own server only.
const least = 2;
const wait_ms = 150;
let lists = 0;

export function setUpSuggestions(): void {
  document.querySelectorAll<HTMLInputElement>('input[data-suggest]').forEach((input) => new Suggestions(input));
}

class Suggestions {
  private readonly list = document.createElement('ul');
  private readonly url: string;
  private active = -1;
  private typed = '';
  private timer = 0;
  private request: AbortController | undefined;

  constructor(private readonly input: HTMLInputElement) {
    this.url = input.dataset['suggest'] ?? '';
    this.list.id = `suggestions-${++lists}`;
    this.list.className = 'suggest';
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', input.dataset['suggestLabel'] ?? '');
    input.insertAdjacentElement('afterend', this.list);
    input.autocomplete = 'off';
    this.attributes({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': this.list.id, 'aria-expanded': 'false' });

    input.addEventListener('input', () => this.type());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('li') : null;
      if (option) {
        input.value = option.textContent ?? '';
        this.close();
        input.form?.requestSubmit();
      }
    });
  }

  private type(): void {
    this.typed = this.input.value;
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.typed.trim().length < least) {
      this.close();
      return;
    }

    this.timer = window.setTimeout(() => void this.load(), wait_ms);
  }

  private async load(): Promise<void> {
    this.request = new AbortController();
    try {
      const answer = await fetch(`${this.url}?q=${encodeURIComponent(this.typed.trim())}`, { signal: this.request.signal });
      this.show(answer.ok ? ((await answer.json()) as string[]) : []);
    } catch {
      // A slow or missing server only means no suggestions.
    }
  }

  private show(words: string[]): void {
    this.active = -1;
    this.list.replaceChildren(...words.slice(0, 8).map((word, index) => {
      const option = document.createElement('li');
      option.id = `${this.list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = word;
      return option;
    }));
    this.toggle(words.length > 0 && document.activeElement === this.input);
  }

  private key(event: KeyboardEvent): void {
    const count = this.list.children.length;
    if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.input.value = this.typed;
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      this.toggle(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.move(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    }
  }

  private move(index: number): void {
    this.active = index;
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = this.list.children[index];
    this.attributes({ 'aria-activedescendant': option?.id ?? '' });
    this.input.value = option?.textContent ?? this.typed;
  }

  private close(): void {
    clearTimeout(this.timer);
    this.request?.abort();
    this.toggle(false);
  }

  private toggle(open: boolean): void {
    this.list.hidden = !open;
    this.attributes({ 'aria-expanded': String(open) });
    if (!open) {
      this.active = -1;
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  private attributes(values: Record<string, string>): void {
    Object.entries(values).forEach(([name, value]) => this.input.setAttribute(name, value));
  }
}
