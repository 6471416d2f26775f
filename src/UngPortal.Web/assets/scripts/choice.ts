// One tap on an age: the page is cached and holds no form token, so one is fetched when it is needed. Without this the form leads to the settings page.
export function setUpChoice(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-choice]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      if (event.submitter instanceof HTMLButtonElement) {
        event.preventDefault();
        void choose(form.dataset['choice'] ?? '', event.submitter);
      }
    });
  });
}

async function choose(route: string, button: HTMLButtonElement): Promise<void> {
  const value = button.getAttribute('aria-pressed') === 'true' ? 'alle' : button.value;
  try {
    const token = await (await fetch(`${route}/token`)).text();
    const answer = await fetch(route, {
      method: 'POST',
      headers: { RequestVerificationToken: token },
      body: new URLSearchParams({ [button.name]: value }),
    });
    if (answer.ok) {
      location.reload();
      return;
    }
  } catch {
    // The settings page does the same in two taps.
  }

  location.assign(`${route}?${button.name}=${value}`);
}
