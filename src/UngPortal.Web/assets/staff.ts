import { focusSummary } from './scripts/focus';
import { setUpEditor } from './staff/editor';
import { focalPoint } from './staff/focal';
import { setUpPasskeys } from './staff/passkeys';

focusSummary();
setUpEditor();
focalPoint();
setUpPasskeys();
