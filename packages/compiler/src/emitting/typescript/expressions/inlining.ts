import type { CallFormula, CallValue, Define, Formula, TermOption, Value } from '../../../logic/index.ts';
import { assertNever, invariant } from '../../../support/index.ts';
import type { Code } from './code.ts';
import { conditionCode } from './formulas.ts';
import type { ReadingChoice, Site } from './site.ts';
import { boundCode, valueCode } from './values.ts';
