// Reads { "page": "html" } from each line of the input and answers with a line, ["fault"]. Rules that are off are matters of taste, not of validity.
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { createInterface } from 'node:readline';

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How the framework writes: `checked="checked"`, `<input />` and blank lines where a partial had nothing to show.
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // The styles keep a number on one line, and the links hold words as well.
    'tel-non-breaking': 'off',
    // Lists take names, and an id may begin with a digit.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'valid-id': ['error', { relaxed: true }],
    // The fields of one list share a name.
    'form-dup-name': 'off',
    // Our own files come from our own host only; the policy sees to that.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
}));
for await (const line of createInterface({ input: process.stdin })) {
  const faults = [];
  for (const [page, html] of Object.entries(JSON.parse(line))) {
    const report = await validator.validateString(html, page);
    for (const { messages } of report.results) {
      faults.push(...messages.map(fault => `${page}:${fault.line} ${fault.ruleId}: ${fault.message}`));
    }
  }

  console.log(JSON.stringify(faults));
}
