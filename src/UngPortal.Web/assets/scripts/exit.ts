// The exit button: see GOV.UK's "Exit this page" for the pattern. Without this script the link itself leaves.
const window_ms = 5000;
const presses = 3;

let cover: HTMLElement | undefined;
let count = 0;
let timer = 0;
let alone = false;

export function setUpExit(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[data-exit]');
  const first = links[0];
  if (!first) {
    return;
  }

  links.forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    leave(link);
  }));

  const status = document.querySelector<HTMLElement>('[data-exit-status]');
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey && (alone || !event.repeat);
    if (!alone) {
      reset();
    }
  });
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) {
      return;
    }

    alone = false;
    count += 1;
    clearTimeout(timer);
    if (count >= presses) {
      leave(first);
      return;
    }

    say(status, status?.dataset[`press${count}`]);
    timer = window.setTimeout(() => {
      reset();
      say(status, status?.dataset['timeout']);
    }, window_ms);
  });

  // Coming back through the back/forward cache must show the page again, with nothing of what was typed.
  addEventListener('pageshow', (event) => {
    if (event.persisted && cover) {
      cover.remove();
      cover = undefined;
      reset();
      wipe();
    }
  });
}

function leave(link: HTMLAnchorElement): void {
  const target = link.dataset['exit'] ?? '/';
  if (!cover) {
    cover = document.createElement('div');
    cover.className = 'exit-cover';
    cover.setAttribute('role', 'alert');
    document.body.append(cover);
    document.title = '\u200b';
  }

  try {
    wipe();
    tellServer(link.href);
  } finally {
    location.replace(target);
  }
}

// The route clears cookies, storage and cache; its redirect is not followed here.
function tellServer(route: string): void {
  if ('keepalive' in Request.prototype) {
    fetch(route, { keepalive: true, redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
  } else {
    navigator.sendBeacon(route);
  }
}

function wipe(): void {
  document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea').forEach((field) => {
    if (field.type === 'checkbox' || field.type === 'radio') {
      (field as HTMLInputElement).checked = false;
    } else {
      field.value = '';
    }
  });
  try {
    sessionStorage.clear();
  } catch {
    // Storage may be blocked; then there is nothing in it.
  }
}

function reset(): void {
  count = 0;
  clearTimeout(timer);
}

function say(status: HTMLElement | null, text: string | undefined): void {
  if (status && text) {
    status.textContent = text;
  }
}
