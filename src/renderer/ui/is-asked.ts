/** Whether a dialog waits for an answer: nothing else opens over it, as one Esc would close both and lose what was typed. */
export const isAsked = (): boolean => document.querySelector('.mantine-Modal-content') !== null
