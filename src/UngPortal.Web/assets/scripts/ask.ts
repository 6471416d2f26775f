// Advice while somebody writes a question, or writes on in a thread: the server reads the text, keeps nothing, and answers with a piece of the page.
import { readPage } from './reading';

const least = 25;
const pause_ms = 1000;
const sent = ['Sett', 'Hjelp', '__RequestVerificationToken'];

export function setUpAsk(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-ask]');
  const field = form?.querySelector('textarea');
  const place = document.querySelector<HTMLElement>('[data-advice]');
  if (!form || !field || !place) {
    return;
  }

  let pause = 0;
  let asked = field.value.trim();
  const ask = async () => {
    const text = field.value.trim();
    if (text.length < least || text === asked) {
      return;
    }

    asked = text;
    const [all, body] = [new FormData(form), new FormData()];
    body.set('Tekst', text);
    sent.filter((name) => all.has(name)).forEach((name) => body.set(name, all.get(name) ?? ''));
    const page = await readPage(place.dataset['advice'] ?? '', body);
    const fresh = page?.querySelector('[data-advice-content]');

    // The same advice is not read aloud again, and an answer that comes late is no advice on what stands there now.
    if (fresh && asked === text && fresh.textContent !== place.firstElementChild?.textContent) {
      place.replaceChildren(document.importNode(fresh, true));
    }

    if (asked === text) {
      nudge(form, page?.querySelector('[data-similar-content]'));
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void ask(), pause_ms);
  });
}

// Similar answers are shown once; whoever goes on writing is not asked again, here or when sending.
function nudge(form: HTMLFormElement, found: Element | null | undefined): void {
  const place = form.querySelector<HTMLElement>('[data-similar]');
  const seen = form.querySelector<HTMLInputElement>('input[name=Sett]');
  if (!found || !place || seen?.value !== 'false') {
    return;
  }

  seen.value = 'true';
  const shown = document.importNode(found, true);
  form.before(shown);
  const way = document.createElement('a');
  way.href = '#lignende';
  way.textContent = shown.querySelector('h2')?.textContent ?? '';
  place.replaceChildren(way);
  shown.querySelector('[data-similar-close]')?.addEventListener('click', () => {
    shown.remove();
    place.replaceChildren();
    form.querySelector('textarea')?.focus();
  });
}
