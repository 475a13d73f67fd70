import type { Plugin } from 'vite'

export declare function namesBundled(root: string): Plugin
