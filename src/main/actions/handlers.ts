import type { actionsCalls } from '../../core/actions/calls.ts'
import type { HandlersOf } from '../store/context.ts'
import { actionReadings } from './list.ts'
import { actionWritings } from './write.ts'

export const actions: HandlersOf<typeof actionsCalls> = { ...actionReadings, ...actionWritings }
