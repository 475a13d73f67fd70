import { parseArgs } from 'node:util'
import { calls, type CallName } from '../src/core/calls.ts'
import { isZone } from '../src/core/day.ts'
import { fail, type Result } from '../src/core/result.ts'
import { comparePeople } from '../src/main/store/comparing.ts'
import { dispatch } from '../src/main/store/dispatch.ts'
import { openShop } from '../src/main/store/open.ts'

const usage = `npm run call -- --store FILE [--new] [--now ISO] [--zone IANA] NAME 'JSON'`

/** Makes one call on a shop file and prints the answer as JSON; 1 when the answer is a problem. */
export async function callFromCommandLine(args: readonly string[]): Promise<number> {
  const result = await answer(args)
  process.stdout.write(`${JSON.stringify(result.ok ? result.value : { problem: result.problem }, null, 2)}\n`)
  return result.ok ? 0 : 1
}

async function answer(args: readonly string[]): Promise<Result<unknown>> {
  const asked = read(args)
  if (!asked.ok) return asked
  const { store, create, now, zone, name, input } = asked.value
  const opened = await openShop(store, { create, madeAt: 'command line' })
  if (!opened.ok) return opened
  try {
    // The window's thread compares beside its calls; here there is none.
    if (name === 'customers.pairs') await comparePeople(opened.value)
    const { result } = await dispatch(opened.value, name, input, { now, zone })
    return result
  } finally {
    await opened.value.close()
  }
}

interface Asked {
  readonly store: string
  readonly create: boolean
  readonly now: number
  readonly zone: string | undefined
  readonly name: CallName
  readonly input: unknown
}

function read(args: readonly string[]): Result<Asked> {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        store: { type: 'string' },
        new: { type: 'boolean', default: false },
        now: { type: 'string' },
        zone: { type: 'string' },
      },
    })
  } catch (error) {
    return fail('usage', `${error instanceof Error ? error.message : String(error)} Use: ${usage}`)
  }
  const { values, positionals } = parsed
  const [name = '', json = '{}'] = positionals
  if (!values.store) return fail('usage', `Name the shop file. Use: ${usage}`)
  if (!Object.hasOwn(calls, name))
    return fail('unknown-call', `There is no call ${name}. Calls: ${callNames()}`)
  const now = values.now === undefined ? Date.now() : Date.parse(values.now)
  if (Number.isNaN(now)) return fail('usage', 'Give --now as an ISO instant, such as 2026-11-23T07:00:00Z.')
  if (values.zone !== undefined && !isZone(values.zone))
    return fail('usage', 'Give --zone as an IANA zone, such as Europe/Berlin.')
  try {
    const input: unknown = JSON.parse(json)
    const { store, new: create, zone } = values
    return { ok: true, value: { store, create, now, zone, name: name as CallName, input } }
  } catch {
    return fail('usage', `The input is not JSON. Use: ${usage}`)
  }
}

const callNames = () =>
  Object.entries(calls)
    .filter(([, def]) => def.kind !== 'machine')
    .map(([name]) => name)
    .join(', ')
