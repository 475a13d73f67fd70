/** The pages of the frame in their order; in the menu the letter behind & is the access key, the number the accelerator. */
export const pages = [
  { path: '/', label: '&Today' },
  { path: '/hours', label: '&Hours' },
  { path: '/stock', label: '&Stock' },
  { path: '/promises', label: '&Promises' },
  { path: '/customers', label: '&Customers' },
  { path: '/newsletter', label: '&Newsletter' },
  { path: '/checklists', label: 'Check&lists' },
  { path: '/settings', label: 'S&ettings' },
] as const

export type PagePath = (typeof pages)[number]['path']

/** What one key captures from anywhere: Ctrl, Shift and its letter. */
export const captures = [
  { name: 'promise', label: 'New &promise', letter: 'P' },
  { name: 'touch', label: '&Log a contact', letter: 'L' },
  { name: 'action', label: 'Something to &do', letter: 'D' },
] as const

export type CaptureName = (typeof captures)[number]['name']

/** A label of the menu as it reads. */
export const plainLabel = (label: string): string => label.replaceAll('&', '')
