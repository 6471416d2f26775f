// Counts down what a field still holds, as the server counts it. The limit itself stands in the field's hint.
const quiet = 1000;

export function setUpLimits(): void {
  document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]').forEach((field) => {
    const seen = field.parentElement?.querySelector<HTMLElement>('[data-left]');
    const heard = field.parentElement?.querySelector<HTMLElement>('[role=status]');
    if (!seen || !heard) {
      return;
    }

    // Said aloud when the typing pauses, not at every key.
    let pause = 0;
    const count = () => {
      const left = Number(field.dataset['limit']) - lengthOf(field);
      seen.textContent = (left < 0 ? seen.dataset['over'] : seen.dataset['left'])?.replace('{0}', `${Math.abs(left)}`) ?? '';
      seen.classList.toggle('field-error', left < 0);
      clearTimeout(pause);
      pause = setTimeout(() => (heard.textContent = seen.textContent), quiet);
    };
    seen.hidden = false;
    count();
    clearTimeout(pause);
    field.addEventListener('input', count);
  });
}

// Questions count what a reader sees as one sign, an emoji family too; other fields what is stored.
function lengthOf(field: HTMLTextAreaElement): number {
  const text = field.value.trim();
  return 'limitSigns' in field.dataset ? [...new Intl.Segmenter().segment(text)].length : text.replaceAll('\n', '\r\n').length;
}
