// What a form holds for another step than saving, such as a question back to the asker: it is no change of the draft, and a text in it is not left without a word.
const unkept = '[data-unkept]';

export function isUnkept(field: EventTarget | null): boolean {
  return field instanceof Element && field.closest(unkept) !== null;
}

export function holdsUnkept(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`${unkept} textarea, ${unkept} input[type=text]`)].some((field) => field.value.trim() !== '');
}
