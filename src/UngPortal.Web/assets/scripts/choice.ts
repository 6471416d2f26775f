// One tap chooses the age band. Without this script the form leads to the settings page, with the band chosen there.
const none = 'alle';

export function setUpChoice(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-choice]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      const button = event.submitter;
      if (button instanceof HTMLButtonElement) {
        event.preventDefault();
        choose(form, button).catch(() => location.assign(`${form.action}?${button.name}=${button.value}`));
      }
    });
    focusAgain(form);
  });
}

// The page is cached and holds no form token: it is fetched first. A second tap takes the choice back.
async function choose(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const address = form.dataset['choice'] ?? form.action;
  const token = await fetch(`${address}/token`);
  const value = button.ariaPressed === 'true' ? none : button.value;
  const body = new URLSearchParams({ [button.name]: value, __RequestVerificationToken: await token.text() });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  if (answer.type !== 'opaqueredirect') {
    throw new Error();
  }

  history.replaceState({ chosen: button.value }, '');
  location.reload();
}

// The page that comes back has the focus where it was.
function focusAgain(form: HTMLFormElement): void {
  const chosen = (history.state as { chosen?: string } | null)?.chosen;
  if (chosen) {
    history.replaceState(null, '');
    (form.querySelector<HTMLButtonElement>(`button[value="${CSS.escape(chosen)}"]`) ?? form.querySelector('button'))?.focus();
  }
}
