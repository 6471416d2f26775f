import { focusSummary } from './scripts/focus';
import { setUpCounts } from './staff/counts';
import { setUpEditor } from './staff/editor';
import { setUpFilms } from './staff/films';
import { focalPoint } from './staff/focal';
import { setUpPasskeys } from './staff/passkeys';
import { setUpPickers } from './staff/pickers';
import { setUpSnippets } from './staff/snippets';
import { setUpToolbar } from './staff/toolbar';

focusSummary();
setUpToolbar();
setUpCounts();
setUpPickers();
setUpSnippets();
setUpEditor();
focalPoint();
setUpFilms();
setUpPasskeys();
