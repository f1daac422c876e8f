import { exampleContentOf } from '../../documents/testing/example-content.js';
import { exampleData } from './paper-examples.js';

/** A paper of the invented case as it would be signed. */
export const exampleContent = exampleContentOf(exampleData);
