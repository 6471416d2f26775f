import { setUpChoice } from './scripts/choice';
import { setUpExit } from './scripts/exit';
import { focusSummary } from './scripts/focus';
import { setUpMenu } from './scripts/menu';
import { setUpShare } from './scripts/share';
import { setUpSuggestions } from './scripts/suggestions';

setUpExit();
setUpChoice();
setUpMenu();
setUpShare();
setUpSuggestions();
focusSummary();
