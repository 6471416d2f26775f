import { setUpExit } from './scripts/exit';
import { setUpMenu } from './scripts/menu';
import { setUpShare } from './scripts/share';
import { setUpSuggestions } from './scripts/suggestions';

setUpExit();
setUpMenu();
setUpShare();
setUpSuggestions();
