export const themes = ['light', 'dark', 'system'] as const

/** How the window looks; `system` as the PC does. */
export type Theme = (typeof themes)[number]
