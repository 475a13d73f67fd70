import type { lettersCalls } from '../../core/letters/calls.ts'
import type { HandlersOf } from '../store/context.ts'
import { done } from './done.ts'
import { proposing } from './propose.ts'
import { voice } from './voice.ts'

export const letters: HandlersOf<typeof lettersCalls> = { ...proposing, ...done, ...voice }
