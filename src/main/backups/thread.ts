import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../core/result.ts'
import type { Answers, Job } from './jobs.ts'

/**
 * Does a job in a thread of its own; an abort ends it where it is, with the problem `cancelled`. `path` is the built
 * backups/worker. Bugs reject.
 */
export function inThread<J extends Job>(
  path: string,
  job: J,
  signal?: AbortSignal,
): Promise<Result<Answers[J['job']]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path, { workerData: job })
    const stop = () => {
      resolve(cancelled)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', (result: Result<Answers[J['job']]>) => resolve(result))
    worker.once('error', reject)
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error('the backup thread ended without an answer'))
    })
  })
}

const cancelled = fail('cancelled', 'Stopped. Nothing was changed.')
