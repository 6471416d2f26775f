// Files that are too large together are refused here, before anything of them is sent. The server refuses them too.
export function setUpUploadMost(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=file][data-bytes-most]')) {
    const text = document.getElementById(`${field.id}-for-stor`);
    if (!text) {
      continue;
    }

    const look = (): boolean => {
      const bytes = Array.from(field.files ?? []).reduce((sum, file) => sum + file.size, 0);
      const isTooLarge = bytes > Number(field.dataset.bytesMost);
      text.hidden = !isTooLarge;
      if (isTooLarge) {
        field.setAttribute('aria-invalid', 'true');
      } else {
        field.removeAttribute('aria-invalid');
      }

      return isTooLarge;
    };
    field.addEventListener('change', look);
    field.form?.addEventListener('submit', (event) => {
      if (look()) {
        event.preventDefault();
        field.focus();
      }
    });
  }
}
