// The Enter key in a search field inside a larger form presses the search's own button, not the form's first.
export function setUpEnter(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'search') {
      const button = event.target.closest('[data-enter]')?.querySelector('button');
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  });
}
