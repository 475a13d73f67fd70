import { parentPort, workerData } from 'node:worker_threads'
import { run, type Job } from './jobs.ts'

const port = parentPort
if (!port) throw new Error('the backup worker runs in a worker thread only')
// A bug ends the thread, and its other end hears of it.
port.postMessage(await run(workerData as Job))
