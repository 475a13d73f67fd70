import { expect, test } from 'vitest'
import { calls, type CallName } from '../../src/core/calls.ts'
import { childrenOf, isFunction, isNode, nameOf, textOf, treeOf, windowFiles, type Node } from './syntax.ts'

const isWrite = (name: string): boolean => calls[name as CallName]?.kind === 'write'
const isLoop = ({ type }: Node): boolean => /^(For|While|DoWhile)/.test(type)
const isEach = (callee: Node | undefined): boolean =>
  callee?.type === 'MemberExpression' && /^(map|forEach|flatMap)$/.test(nameOf(callee['property']))

/** What the writes of a file are kept as: `const save = useWrite('customers.save')`, `const form = useCallForm(calls, 'shop.change', …)`. */
function kept(node: Node, found = new Map<string, string>()): ReadonlyMap<string, string> {
  const init = node['init']
  const at = isNode(init) ? ['useWrite', 'useCallForm'].indexOf(nameOf(init['callee'])) : -1
  if (node.type === 'VariableDeclarator' && at >= 0)
    found.set(nameOf(node['id']), textOf(((init as Node)['arguments'] as Node[])[at]))
  for (const child of childrenOf(node)) kept(child, found)
  return found
}

/** What makes the call of a write, or of a form. */
const sends = ['run', 'send', 'save']

/** The most writes that one run through a piece of code makes, without what is in functions inside it; in a loop it is many. */
function writesIn(node: Node, names: ReadonlyMap<string, string>): number {
  const callee = node.type === 'CallExpression' && isNode(node['callee']) ? node['callee'] : undefined
  const isMany = isLoop(node) || isEach(callee)
  const own = (some: readonly unknown[]): number =>
    some
      .filter(isNode)
      .reduce((sum, child) => sum + (isFunction(child) && !isEach(callee) ? 0 : writesIn(child, names)), 0)
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
    return own([node['test']]) + Math.max(own([node['consequent']]), own([node['alternate']]))
  const ran =
    callee?.type === 'MemberExpression' && sends.includes(nameOf(callee['property']))
      ? callee['object']
      : undefined
  const first = (node['arguments'] as Node[] | undefined)?.[0]
  const called = ran ? names.get(nameOf(ran)) : nameOf(callee) === 'call' ? textOf(first) : undefined
  const all = own(childrenOf(node)) + (called !== undefined && isWrite(called) ? 1 : 0)
  return isMany && all > 0 ? 2 : all
}

/** The lines of the functions that make more than one write. */
function functionsOfMany(source: string, file = 'a.tsx'): readonly string[] {
  const program = treeOf(source, file)
  const names = kept(program)
  const found: string[] = []
  const look = (node: Node) => {
    const body = isFunction(node) ? node['body'] : undefined
    if (isNode(body) && writesIn(body, names) > 1)
      found.push(`${file}:${source.slice(0, node.start).split('\n').length}`)
    for (const child of childrenOf(node)) look(child)
  }
  look(program)
  return found
}

test('what the owner does once is one write: no function of the window makes two', () => {
  const files = windowFiles()
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(({ file, source }) => functionsOfMany(source, file))).toEqual([])
})

test.each([
  ['two writes after each other', 'await save.run({}); await add.run({})', 1],
  ['one in a loop', 'for (const row of rows) await save.run(row)', 1],
  ['one for each', 'await Promise.all(rows.map((row) => save.run(row)))', 1],
  ['one behind the other’s answer', 'if ((await save.run({})).ok) await add.run({})', 1],
  ['one or the other', 'if (isNew) await add.run({}); else await save.run({})', 0],
  ['a read before it', "await call('customers.search', { text }); await save.run({})", 0],
  ['a write by its name', "await call('customers.save', {}); await save.run({})", 1],
  ['a form and a write', 'await form.save(); await add.run({})', 1],
  ['one in each of two functions', 'const a = () => save.run({}); const b = () => add.run({})', 0],
])('%s', (_, body, many) => {
  const source = `
    const save = useWrite('customers.save')
    const add = useWrite('promises.make')
    const form = useCallForm(shopCalls, 'shop.change', { kept })
    async function act() { ${body} }`
  expect(functionsOfMany(source)).toHaveLength(many)
})
