import { createTextStore, runWorkerServer } from '@privacy-lang/lsp/browser';
import { library, pages, version } from 'bundled-texts';

/** The worker itself; the types of browsers are not in scope here. */
declare const self: Parameters<typeof runWorkerServer>[0]['scope'];

runWorkerServer({
  scope: self,
  library: createTextStore(library),
  pages: createTextStore(pages),
  version,
});
