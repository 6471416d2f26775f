// Passkeys are the one thing in the staff area that needs a script: the forms are hidden in the markup and appear here.
export function setUpPasskeys(): void {
  if (!('PublicKeyCredential' in window) || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) {
    return;
  }

  document.querySelectorAll<HTMLFormElement>('form[data-passkey]').forEach((form) => {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void use(form);
    });
  });
}

async function use(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector<HTMLElement>('[role=status]');
  if (status) {
    status.textContent = '';
  }

  try {
    const options = await send(form, '?handler=Options');
    const credential =
      form.dataset['passkey'] === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const answer = await send(form, '', JSON.stringify((credential as PublicKeyCredential).toJSON()));
    location.assign(answer.til);
  } catch {
    if (status) {
      status.textContent = status.dataset['failed'] ?? '';
    }
  }
}

async function send(form: HTMLFormElement, query: string, answer?: string) {
  const body = new FormData(form);
  if (answer) {
    body.set('svar', answer);
  }

  const response = await fetch(form.action + query, { method: 'POST', body });
  if (!response.ok) {
    throw new Error(String(response.status));
  }

  return response.json();
}
