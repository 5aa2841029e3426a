// Starts the service with the policies of examples/acme. Compile them first:
//
//   (cd ../acme && npx privacy build)
//   node --import ../../scripts/typescript.mjs main.ts
//   curl -s localhost:8080/may-we-contact -d @example-request.json

import { contact, policySet } from '../acme/generated/index.ts';
import { createContactService } from './contact-service.ts';

const service = createContactService({
  contact,
  policySet,
  fulfils: ['offer-opt-out', 'state-sender', 'tell-right-to-object'],
  now: () => new Date(),
  log: (line) => console.log(line),
});

const port = Number(process.env['PORT'] ?? 8080);
service.listen(port, () => console.log(`Listening on port ${port} with policies ${policySet.digest}`));
