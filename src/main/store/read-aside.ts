import type { Thread, Watch } from './thread.ts'

type Answer = ReturnType<Thread['call']>

/** Reads go to a second thread while a long write is under way, whose end holds the first one for a moment. */
export interface ReadAside {
  /** Makes a write; from its first progress on it counts as long. */
  during(write: (watch: Watch) => Answer, watch?: Watch): Answer
  /** Makes a read, on the second thread where there is one. */
  ask(read: (reader: Thread | undefined) => Answer): Answer
  close(): Promise<void>
}

/** A write that takes less needs no second thread, ms. */
const patience = 300

/** `start` makes a thread that only reads. */
export function readAside(start: () => Thread): ReadAside {
  let long = 0
  let timer: NodeJS.Timeout | undefined
  let thread: Thread | undefined
  let reader: Thread | undefined
  const asked = new Set<Answer>()

  function begin(): void {
    if (long++ > 0) return
    timer = setTimeout(() => {
      const started = (thread = start())
      void started.opening.then(({ ok }) => {
        if (ok && thread === started) reader = started
      })
    }, patience)
  }

  // Closing waits for an end that was begun before: the file may be moved only when nothing holds it.
  let ended: Promise<unknown> = Promise.resolve()
  async function end(): Promise<void> {
    clearTimeout(timer)
    const over = thread
    thread = reader = undefined
    ended = Promise.all([ended, Promise.all(asked).then(() => over?.close())])
    await ended
  }

  return {
    async during(write, watch = {}) {
      let isLong = false
      const onProgress: Watch['onProgress'] = (progress) => {
        if (!isLong) begin()
        isLong = true
        watch.onProgress?.(progress)
      }
      try {
        return await write({ ...watch, onProgress })
      } finally {
        if (isLong && --long === 0) void end()
      }
    },
    ask(read) {
      const answer = read(reader)
      if (reader) {
        asked.add(answer)
        void answer.finally(() => asked.delete(answer))
      }
      return answer
    },
    close: end,
  }
}
