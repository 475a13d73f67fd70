/** Unwritten words wait at most this long, ms: with the writing itself less than two seconds. */
const patience = 1500

/** Writes what was typed a moment after the first of it, never waiting for a pause. */
export interface Writer {
  /** Something was typed. */
  touch(): void
  /** Writes what was typed, now; resolves when it is in the shop file. */
  flush(): Promise<void>
}

const writers = new Set<Writer>()
const writing = new Set<Promise<unknown>>()

/** `write` takes what is unwritten when it is called; it answers false where that has to be tried again. */
export function newWriter(write: () => Promise<boolean>): Writer {
  let timer: ReturnType<typeof setTimeout> | undefined
  const writer: Writer = {
    touch() {
      writers.add(writer)
      timer ??= setTimeout(() => void writer.flush(), patience)
    },
    async flush() {
      clearTimeout(timer)
      timer = undefined
      if (!writers.delete(writer)) return
      const work = write()
      writing.add(work)
      try {
        if (!(await work)) writer.touch()
      } finally {
        writing.delete(work)
      }
    },
  }
  return writer
}

/** Writes everything that was typed; resolves when it is in the shop file, or cannot be. */
export async function writeAll(): Promise<void> {
  for (const writer of writers) void writer.flush()
  await Promise.allSettled(writing)
}
