// After a failed form the summary of errors gets the focus.
export function focusSummary(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}
