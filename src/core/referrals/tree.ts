/** That a customer was sent by another. */
export interface Referral {
  readonly customerId: number
  readonly byId: number
}

/** Somebody who came through a customer, with who came through them. */
export interface SentNode {
  readonly id: number
  readonly sent: readonly SentNode[]
}

/** Whether a customer would come through themselves, if they were sent by another. */
export function closesCircle(links: readonly Referral[], { customerId, byId }: Referral): boolean {
  const sentBy = new Map(
    links.filter((link) => link.customerId !== customerId).map((link) => [link.customerId, link.byId]),
  )
  const seen = new Set<number>()
  for (let at: number | undefined = byId; at !== undefined && !seen.has(at); at = sentBy.get(at)) {
    if (at === customerId) return true
    seen.add(at)
  }
  return false
}

/** Everybody who came through a customer, in the order of the links; each stands once. */
export function sentThrough(links: readonly Referral[], rootId: number): readonly SentNode[] {
  const bySender = new Map<number, number[]>()
  for (const { customerId, byId } of links) bySender.set(byId, [...(bySender.get(byId) ?? []), customerId])
  const seen = new Set([rootId])
  const of = (id: number): readonly SentNode[] => {
    const sent = (bySender.get(id) ?? []).filter((one) => !seen.has(one))
    for (const one of sent) seen.add(one)
    return sent.map((one) => ({ id: one, sent: of(one) }))
  }
  return of(rootId)
}

/** The ids of a tree, those above before those below. */
export const idsIn = (nodes: readonly SentNode[]): readonly number[] =>
  nodes.flatMap(({ id, sent }) => [id, ...idsIn(sent)])
