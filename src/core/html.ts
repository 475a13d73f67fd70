/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly html: string
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML content and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c]!)

type Part = string | number | Html | readonly Part[] | null | undefined | false

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map(render).join('')
}

/** Template tag: every value is escaped unless it is itself {@link Html}; lists are joined; null and false are empty. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.reduce((all, s, i) => all + render(parts[i - 1]) + s) }
}

/** Trusted markup written by us (style sheets); never text that somebody typed. */
export const trusted = (markup: string): Html => ({ html: markup })
