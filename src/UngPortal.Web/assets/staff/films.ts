// The pages of films: uploading with a bar, going on after a break, and looking by itself whether a film is finished.
import { inBackground } from '../scripts/reading';
import { FilmUpload } from './film-upload';

const look_ms = 3000;
const megabyte = 1024 * 1024;

export function setUpFilms(): void {
  document.querySelectorAll<HTMLElement>('[data-film-whole]').forEach((hint) => (hint.hidden = true));
  const begins = document.querySelector<HTMLFormElement>('form[data-film-upload]');
  begins?.addEventListener('submit', (event) => {
    event.preventDefault();
    void begin(begins);
  });
  const resumes = document.querySelector<HTMLFormElement>('form[data-film-resume]');
  if (resumes) {
    resumes.hidden = false;
    resumes.addEventListener('submit', (event) => {
      event.preventDefault();
      resume(resumes);
    });
  }

  const poll = document.querySelector<HTMLElement>('[data-film-poll]');
  if (poll) {
    window.setInterval(() => void look(poll), look_ms);
  }
}

async function begin(form: HTMLFormElement): Promise<void> {
  const words = wordsOf(form);
  const file = fileOf(form);
  const most = Number(form.dataset['most']);
  if (!file || file.size > most) {
    complain(form, [{ felt: 'Fil', tekst: (file ? words['large'] : words['none']) ?? '' }]);
    return;
  }

  const fields = new FormData(form);
  fields.delete('Fil');
  fields.set('filnavn', file.name);
  fields.set('bytes', String(file.size));
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  try {
    const answer = await fetch(`${form.action}?handler=Begin`, { method: 'POST', body: fields, redirect: 'manual' });
    const said = (await answer.json()) as { side?: string; feil?: Problem[] };
    if (!said.side) {
      complain(form, said.feil ?? []);
      return;
    }

    // A reload leads to the film's own page, where the upload goes on.
    history.replaceState(null, '', said.side);
    complain(form, []);
    if (button) {
      button.hidden = true;
    }

    send(form, file, said.side);
  } catch {
    complain(form, [{ felt: '', tekst: words['waits'] ?? '' }]);
  }
}

function resume(form: HTMLFormElement): void {
  const words = wordsOf(form);
  const file = fileOf(form);
  if (!file || file.name !== form.dataset['name'] || String(file.size) !== form.dataset['bytes']) {
    complain(form, [{ felt: 'Fil', tekst: (file ? words['other'] : words['none']) ?? '' }]);
    return;
  }

  complain(form, []);
  form.querySelector<HTMLButtonElement>('button[type=submit]')!.hidden = true;
  send(form, file, new URL(form.action).pathname);
}

function send(form: HTMLFormElement, file: File, page: string): void {
  const area = form.querySelector<HTMLElement>('[data-film-progress]')!;
  const bar = area.querySelector('progress')!;
  const status = area.querySelector<HTMLElement>('[data-film-status]')!;
  const pause = area.querySelector<HTMLButtonElement>('[data-film-pause]')!;
  const go = area.querySelector<HTMLButtonElement>('[data-film-go]')!;
  const words = wordsOf(form);
  const token = form.querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]')!.value;
  const megabytes = (bytes: number) => (bytes / megabyte).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  const upload = new FilmUpload(file, `${page}/del`, token, (sent, state) => {
    bar.value = (100 * sent) / file.size;
    const text = state === 'sent' ? words['sent'] : words[state];
    status.textContent = (text ?? '').replace('{0}', megabytes(sent)).replace('{1}', megabytes(file.size));
  });
  const show = (isPaused: boolean) => {
    pause.hidden = isPaused;
    go.hidden = !isPaused;
    (isPaused ? go : pause).focus();
  };
  pause.addEventListener('click', () => {
    show(true);
    upload.pause();
  });
  go.addEventListener('click', () => {
    show(false);
    upload.go();
  });
  const field = form.querySelector<HTMLElement>('.ds-field:has(input[type=file])')!;
  area.hidden = false;
  field.hidden = true;
  void upload.run().then((ended) => {
    if (ended === 'done') {
      location.assign(page);
      return;
    }

    area.hidden = true;
    field.hidden = false;
    form.querySelector<HTMLButtonElement>('button[type=submit]')!.hidden = false;
    history.replaceState(null, '', form.action);
    complain(form, [{ felt: 'Fil', tekst: ended === 'refused' ? upload.refusal : (words['away'] ?? '') }]);
  });
}

interface Problem {
  felt: string;
  tekst: string;
}

/** Shows what is wrong above the form as the server would, with the focus on it; nothing wrong takes it away. */
function complain(form: HTMLFormElement, problems: Problem[]): void {
  form.querySelector('.error-summary')?.remove();
  if (problems.length === 0) {
    return;
  }

  const summary = document.createElement('div');
  summary.className = 'error-summary';
  summary.tabIndex = -1;
  summary.setAttribute('role', 'alert');
  const heading = document.createElement('h2');
  heading.textContent = wordsOf(form)['failed'] ?? '';
  const list = document.createElement('ul');
  for (const { felt, tekst } of problems) {
    const item = document.createElement('li');
    if (felt) {
      const link = document.createElement('a');
      link.href = `#${felt}`;
      link.textContent = tekst;
      item.append(link);
    } else {
      item.textContent = tekst;
    }

    list.append(item);
  }

  summary.append(heading, list);
  form.prepend(summary);
  summary.focus();
}

async function look(place: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(place.dataset['filmPoll']!, { redirect: 'manual', headers: inBackground });
    if (answer.ok && ((await answer.json()) as { tilstand: string }).tilstand !== place.dataset['state']) {
      location.reload();
    }
  } catch {
    // The next look may find the connection again.
  }
}

function fileOf(form: HTMLFormElement): File | undefined {
  return form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
}

function wordsOf(form: HTMLFormElement): DOMStringMap {
  return form.querySelector<HTMLElement>('[data-film-progress]')!.dataset;
}
