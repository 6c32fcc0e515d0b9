import { referenceMatcher } from '../../matching/index.ts'
import { matcherContract } from './contract.ts'

matcherContract('reference', referenceMatcher)
