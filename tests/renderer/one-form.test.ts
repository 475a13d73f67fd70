import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allOf, childrenOf, isFunction, nameOf, textOf, treeOf, windowFiles, type Node } from './syntax.ts'

/** What is typed into; a search is sent nowhere, a list or a switch acts at once. */
const isField = (name: string): boolean =>
  /^(TextInput|Textarea|NumberInput|(?!Find)\w+(Input|Fields|Editor))$/.test(name)

/** What a function itself calls and draws, without the functions that are components or hooks of their own. */
function insideOf(node: Node): readonly Node[] {
  const own = childrenOf(node).filter(
    (child) => !(child.type === 'FunctionDeclaration' && /^(use)?[A-Z]/.test(nameOf(child['id']))),
  )
  return own.flatMap((child) => [child, ...insideOf(child)])
}

const namedFunctions = (tree: Node): readonly { readonly name: string; readonly body: Node }[] =>
  allOf(tree).flatMap((node) => {
    const init = node['init'] as Node | undefined
    if (node.type === 'FunctionDeclaration') return [{ name: nameOf(node['id']), body: node }]
    if (node.type === 'VariableDeclarator' && init && isFunction(init))
      return [{ name: nameOf(node['id']), body: init }]
    return []
  })

/** What in a file is a form of its own making, by function. */
function ownForms(source: string, file = 'a.tsx'): readonly string[] {
  const tree = treeOf(source, file)
  const drawn = allOf(tree).flatMap((node) => {
    const isForm =
      (node.type === 'JSXOpeningElement' && nameOf(node['name']) === 'form') ||
      (node.type === 'JSXAttribute' &&
        nameOf(node['name']) === 'component' &&
        textOf(node['value']) === 'form')
    return isForm ? [`${file}: draws a form itself`] : []
  })
  const made = namedFunctions(tree).flatMap(({ name, body }) => {
    const nodes = insideOf(body)
    const calls = nodes.filter(({ type }) => type === 'CallExpression')
    const does = (called: string) => calls.some(({ callee }) => nameOf(callee) === called)
    const fields = nodes.some((node) => node.type === 'JSXOpeningElement' && isField(nameOf(node['name'])))
    const problems = calls.some(
      ({ callee, start, end }) =>
        nameOf(callee) === 'useState' && source.slice(start, end).startsWith('useState<Problem'),
    )
    const judges = calls.some(({ callee }) => nameOf((callee as Node)['property']) === 'safeParse')
    return [
      ...(does('useKept') && !does('useCallForm')
        ? [`${file} ${name}: keeps what is typed, and sends it itself`]
        : []),
      ...(does('useWrite') && fields ? [`${file} ${name}: sends what is typed itself`] : []),
      ...(problems ? [`${file} ${name}: keeps a problem itself`] : []),
      ...(judges ? [`${file} ${name}: judges what is typed itself`] : []),
    ]
  })
  return [...drawn, ...made]
}

/** No forms of one call. */
const others = [
  // Saves while it is typed.
  'src/renderer/newsletter/use-draft.ts',
  // Asks about a file again and again before anything is written.
  'src/renderer/import/import-preview.tsx',
  // Its fields choose what is listed.
  'src/renderer/history/history-page.tsx',
  // Does what a line says: the call is the line's.
  'src/renderer/today/today-list.tsx',
]

test('every form is typed, judged and sent in one way', () => {
  const files = windowFiles().filter(
    ({ file }) => !file.startsWith('src/renderer/ui/') && file !== 'src/renderer/use-call.ts',
  )
  const found = files
    .filter(({ file }) => !others.includes(file))
    .flatMap(({ file, source }) => ownForms(source, file))
  expect(found).toEqual([])
  expect(files.filter(({ source }) => source.includes('useCallForm(')).length).toBeGreaterThan(20)
})

test.each([
  ['a form element', 'return <form onSubmit={save} />', 1],
  ['a form by another name', 'return <Stack component="form" />', 1],
  ['typed and sent', "const kept = useKept('a', {}); const save = useWrite('shop.change')", 1],
  ['a field and a write', "const save = useWrite('shop.change'); return <TextInput />", 1],
  ['a problem of its own', 'const [problem, setProblem] = useState<Problem>()', 1],
  ['a judge of its own', "const parsed = calls['shop.change'].input.safeParse({})", 1],
  ['the one form', "const form = useCallForm(calls, 'shop.change', { kept: useKept('a', {}) })", 0],
  [
    'a button that acts',
    "const undo = useWrite('shop.undo'); return <Button onClick={() => undo.run({})} />",
    0,
  ],
])('%s', (_, body, wrong) => {
  expect(ownForms(`function A() { ${body} }`)).toHaveLength(wrong)
})

test('no function of a form is longer than 80 lines', () => {
  const long = windowFiles()
    .filter(({ source }) => source.includes('useCallForm('))
    .flatMap(({ file, source }) =>
      allOf(treeOf(source, file))
        .filter(isFunction)
        .map(({ start, end }) => ({ file, lines: source.slice(start, end).split('\n').length })),
    )
    .filter(({ lines }) => lines > 80)
  expect(long).toEqual([])
})

/** The sentences of a file: what is said to the owner, not what is written for who reads the code. */
const sentencesOf = (source: string, file: string): readonly string[] =>
  allOf(treeOf(source, file))
    .flatMap((node) => {
      if (node.type === 'Literal') return [textOf(node)]
      if (node.type === 'JSXText') return [String(node['value'])]
      return []
    })
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => /^[“A-Z].*[.?!]$/.test(text) && text.split(' ').length >= 3)

test('what a form says stands once', () => {
  const files = [
    ...windowFiles(),
    ...globSync('src/core/**/*.ts').map((file) => ({ file, source: readFileSync(file, 'utf8') })),
  ]
  const forms = new Set(
    files
      .filter(({ source }) => source.includes('useCallForm'))
      .flatMap(({ file, source }) => sentencesOf(source, file)),
  )
  const where = new Map<string, string[]>()
  for (const { file, source } of files)
    for (const sentence of sentencesOf(source, file))
      if (forms.has(sentence)) where.set(sentence, [...(where.get(sentence) ?? []), file])
  expect(forms.size).toBeGreaterThan(10)
  expect([...where].filter(([, places]) => places.length > 1)).toEqual([])
})
