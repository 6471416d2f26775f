import { focusSummary } from './scripts/focus';
import { setUpEditor } from './staff/editor';
import { setUpFilms } from './staff/films';
import { focalPoint } from './staff/focal';
import { setUpPasskeys } from './staff/passkeys';

focusSummary();
setUpEditor();
focalPoint();
setUpFilms();
setUpPasskeys();
