// The menu is a plain <details>; Escape and a press outside it close it.
export function setUpMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details.menu');
  if (!menu) {
    return;
  }

  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open && !event.defaultPrevented) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  addEventListener('pointerdown', (event) => {
    if (menu.open && event.target instanceof Node && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
}
