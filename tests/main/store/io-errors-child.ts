import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'

// Opens a shop, makes so many writes, and says after each what became of it.
const [path = '', count = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const opened = await openShop(path)
if (!opened.ok) say(`opening ${opened.problem.code}`)
else {
  for (let n = 1; n <= Number(count); n++) {
    const customer = { name: `Customer ${n}`, notes: 'note '.repeat(400) }
    const { result } = await dispatch(opened.value, 'customers.save', customer, { now: n })
    say(result.ok ? `kept ${n}` : `refused ${result.problem.code}`)
  }
  const found = await dispatch(opened.value, 'customers.search', { text: '' }, { now: 0 })
  say(found.result.ok ? 'searched' : `search ${found.result.problem.code}`)
  await opened.value.close()
  say('closed')
}
