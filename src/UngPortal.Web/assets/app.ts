import { setUpAsk } from './scripts/ask';
import { setUpChoice } from './scripts/choice';
import { setUpCopy } from './scripts/copy';
import { setUpExit } from './scripts/exit';
import { focusSummary } from './scripts/focus';
import { setUpLimits } from './scripts/limit';
import { setUpMenu } from './scripts/menu';
import { setUpShare } from './scripts/share';
import { setUpSuggestions } from './scripts/suggestions';

setUpExit();
setUpCopy();
setUpAsk();
setUpChoice();
setUpLimits();
setUpMenu();
setUpShare();
setUpSuggestions();
focusSummary();
