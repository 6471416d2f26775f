import { setUpChoice } from './scripts/choice';
import { setUpExit } from './scripts/exit';
import { focusSummary } from './scripts/focus';
import { setUpLimits } from './scripts/limit';
import { setUpMenu } from './scripts/menu';
import { setUpShare } from './scripts/share';
import { setUpSuggestions } from './scripts/suggestions';

setUpExit();
setUpChoice();
setUpLimits();
setUpMenu();
setUpShare();
setUpSuggestions();
focusSummary();
