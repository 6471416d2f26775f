import { focusSummary } from './scripts/focus';
import { setUpCounts } from './staff/counts';
import { setUpEditor } from './staff/editor';
import { setUpFilms } from './staff/films';
import { focalPoint } from './staff/focal';
import { setUpPasskeys } from './staff/passkeys';
import { setUpPickers } from './staff/pickers';
import { setUpToolbar } from './staff/toolbar';

focusSummary();
setUpToolbar();
setUpCounts();
setUpPickers();
setUpEditor();
focalPoint();
setUpFilms();
setUpPasskeys();
