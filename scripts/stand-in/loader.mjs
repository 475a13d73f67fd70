// Does what Electron's own default app does: opens the folder or file named on the command line.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const preloads = []
let named
for (let index = 1; index < process.argv.length && !named; index += 1) {
  const argument = process.argv[index]
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[(index += 1)])
  else if (!argument.startsWith('-')) named = resolve(argument)
}

if (named) await open(named)
else fail('Name the folder of an app.')

async function open(path) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  try {
    const isFile = statSync(path).isFile()
    const folder = isFile ? dirname(path) : path
    const { name, productName, version, main } = isFile
      ? {}
      : JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    app.setAppPath(folder)
    if (productName ?? name) app.setName(productName ?? name)
    if (version) app.setVersion(version)
    if (!app.commandLine.hasSwitch('user-data-dir'))
      app.setPath('userData', join(app.getPath('appData'), app.getName()))

    const require = createRequire(join(folder, 'package.json'))
    for (const preload of preloads) require(preload)
    // Awaited at the top level: Electron is ready only after the app's main has run, as with the official one.
    await import(pathToFileURL(isFile ? path : require.resolve(resolve(folder, main ?? 'index.js'))))
  } catch (error) {
    fail(error)
  }
}

function fail(reason) {
  console.error(reason)
  app.exit(1)
}
