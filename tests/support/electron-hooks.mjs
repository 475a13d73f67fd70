import { registerHooks } from 'node:module'

/*
 * Read before anything else by the processes that test the window in a browser, and by their threads: where the program
 * asks for Electron it gets our stand-in, and SQLite is Node's, though the build was made for Electron's.
 */
const standIn = new URL('electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' && context.parentURL?.includes('/src/main/'))
      return { url: standIn, shortCircuit: true }
    const shim = process.env.WELLKEPT_SQLITE_SHIM
    if (shim && specifier === shim) return next('better-sqlite3', { ...context, parentURL: import.meta.url })
    return next(specifier, context)
  },
})
