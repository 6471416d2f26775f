// The Markdown tools: one stop in the tab order, arrows inside, and the keys that writers know.
import { mark } from './marks';

const keys: Record<string, string> = { b: 'Bold', i: 'Italic', k: 'Link' };

export function setUpToolbar(): void {
  const bar = document.querySelector<HTMLElement>('[data-toolbar]');
  const field = document.querySelector<HTMLTextAreaElement>(`#${bar?.dataset['toolbar'] ?? 'none'}`);
  if (!bar || !field) {
    return;
  }

  const tools = [...bar.querySelectorAll<HTMLButtonElement>('button[data-mark]')];
  const use = (tool: HTMLButtonElement) => mark(field, tool.dataset['mark'] ?? '', tool.dataset['words'] ?? '');
  const stopAt = (chosen: HTMLButtonElement) => tools.forEach((tool) => (tool.tabIndex = tool === chosen ? 0 : -1));
  stopAt(tools[0]!);
  bar.hidden = false;

  tools.forEach((tool, at) => {
    tool.addEventListener('click', () => use(tool));
    tool.addEventListener('focus', () => stopAt(tool));
    tool.addEventListener('keydown', (event) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        tools[(to + tools.length) % tools.length]!.focus();
      }
    });
  });

  field.addEventListener('keydown', (event) => {
    const tool = tools.find((one) => one.dataset['mark'] === keys[event.key.toLowerCase()]);
    if (tool && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      use(tool);
    }
  });
}
