// How long title, first lines and text are; said aloud only when little is left.
const quiet_ms = 1000;
const near = 0.9;

export function setUpCounts(): void {
  document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-editor] [data-most]').forEach((field) => {
    const seen = document.createElement('p');
    seen.className = 'meta editor__count';
    seen.setAttribute('aria-hidden', 'true');
    const heard = document.createElement('p');
    heard.className = 'sr-only';
    heard.setAttribute('role', 'status');
    field.after(seen, heard);

    const most = Number(field.dataset['most']);
    let pause = 0;
    const count = () => {
      const length = field.value.trim().length;
      const over = length - most;
      const words = field.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      const text = over > 0 ? fill(field.dataset['over'], over) : field.dataset['words'] ? fill(field.dataset['words'], words, length) : fill(field.dataset['count'], length, most);
      seen.textContent = text;
      seen.classList.toggle('field-error', over > 0);
      clearTimeout(pause);
      pause = window.setTimeout(() => (heard.textContent = length >= most * near ? text : ''), quiet_ms);
    };
    count();
    clearTimeout(pause);
    field.addEventListener('input', count);
  });
}

export function fill(text: string | undefined, ...values: unknown[]): string {
  return values.reduce<string>((filled, value, at) => filled.replace(`{${at}}`, String(value)), text ?? '');
}
