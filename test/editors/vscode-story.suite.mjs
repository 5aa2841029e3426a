// Somebody opens the example for the first time, finds a mistake, mends it, adds an exception and tests it: all in VS Code.

import assert from 'node:assert/strict';
import { charter, plantedProject } from './support/planted-project.mjs';
import { runInVscode } from './support/vscode-suite.mjs';

const project = plantedProject();
const { folder } = project;

const added = `
  lift provider.defaults.weekend saturday-calls "Our customers asked for Saturday calls" {
    when weekday in customer.time-zone is saturday and customer.accepts-weekend-calls
    cite "Charter 3.2"
  }
`;

await runInVscode({
  name: 'story',
  opens: { folder },
  checks: (window) => [
    {
      promise: 'the list of problems names the mistake of the project, and leads to it',
      run: async () => {
        await window.open('vocabulary.privacy');
        await window.press('Control+Shift+m');
        await window.shows(window.problems, /"automated-cal" is not a term of Channel/);
        await window.screenshot('story-1-problems');
        await window.problems.filter({ hasText: 'automated-cal' }).last().dblclick();
        await window.tab.filter({ hasText: 'acme.privacy' }).waitFor();
        await window.hasErrors();
      },
    },
    {
      promise: 'the hover says what is wrong and what was probably meant',
      run: async () => {
        await window.go(charter, 'automated-cal', 3);
        await window.press('Control+k', 'Control+i');
        await window.shows(window.hover, /is not a term of Channel[\s\S]*Do you mean "automated-call"\?/);
        await window.screenshot('story-2-hover');
        await window.press('Escape');
      },
    },
    {
      promise: 'one key mends it',
      run: async () => {
        await window.showActions();
        await window.shows(window.actions, /Write "automated-call"/);
        await window.screenshot('story-3-quick-fix');
        await window.press('Enter');
        await window.hasNoErrors();
        await window.lineShows(/channel is automated-call$/m);
        await window.save();
        await window.press('Control+j');
      },
    },
    {
      promise: 'an exception for Saturdays is written by completion, but for its own name and words',
      run: async () => {
        await window.go(charter, 'company.id is "acme"\n', 'company.id is "acme"'.length);
        await window.press('Enter', 'Enter');
        await window.complete('li', 'lift …');
        await window.complete('week', 'provider.defaults.weekend');
        await window.press('Tab');
        await window.type('saturday-calls');
        await window.press('Tab');
        await window.type('Our customers asked for Saturday calls');
        await window.press('Tab');
        await window.complete('weekd', 'weekday');
        await window.complete(' i', 'in');
        await window.complete(' cust', 'customer');
        await window.complete('.ti', 'time-zone');
        await window.complete(' i', 'is');
        await window.type(' sa');
        await window.shows(window.suggestions, /saturday/);
        await window.screenshot('story-4-completion');
        await window.complete('t', 'saturday');
        await window.complete(' a', 'and');
        await window.complete(' cust', 'customer');
        await window.complete('.acc', 'accepts-weekend-calls');
        await window.press('Tab');
        await window.type('Charter 3.2');
        await window.press('Tab');
        await window.hasNoErrors();
        await window.run('Format Document');
        await window.save();
        await window.screenshot('story-5-exception');
        assert.ok(project.read(charter).includes(added), project.read(charter).slice(0, 1200));
      },
    },
  ],
});
project.remove();
