// Share buttons are hidden in the markup and appear here, because they need a script.
export function setUpShare(): void {
  document.querySelectorAll<HTMLButtonElement>('button[data-share]').forEach((button) => {
    button.hidden = false;
    const status = button.parentElement?.querySelector<HTMLElement>('[role=status]');
    button.addEventListener('click', () => void share(button, status));
  });
}

async function share(button: HTMLButtonElement, status: HTMLElement | null | undefined): Promise<void> {
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.origin + location.pathname;
  if (button.dataset['share'] !== 'copy' && 'share' in navigator) {
    try {
      await navigator.share({ title: document.title, url });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') {
        return;
      }
    }
  }

  let text = button.dataset['copied'] ?? '';
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    text = url;
  }

  if (status) {
    status.textContent = text;
    setTimeout(() => (status.textContent = ''), 8000);
  }
}
