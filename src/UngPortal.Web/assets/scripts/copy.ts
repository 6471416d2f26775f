// Copies the code where the browser can; without this the words are written down by hand.
export function setUpCopy(): void {
  document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach((button) => {
    if (!navigator.clipboard) {
      return;
    }

    const said = document.querySelector<HTMLElement>('[data-copy-status]');
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? '';
        if (said) {
          said.textContent = button.dataset['copied'] ?? '';
        }
      });
    });
  });
}
