import { createTextStore, runServer } from '@privacy-lang/lsp/node';
import { library, pages, version } from 'bundled-texts';

runServer(process.argv.slice(2), {
  library: createTextStore(library),
  pages: createTextStore(pages),
  version,
});
