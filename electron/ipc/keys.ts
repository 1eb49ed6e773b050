import { readKeyPatternSetting, setKeyPattern } from '../../db/queries/settings.ts'
import type { HandlersOf } from './contract.ts'

export const keyHandlers = {
  'keys:pattern': readKeyPatternSetting,
  'keys:setPattern': setKeyPattern,
} satisfies HandlersOf<'keys'>
