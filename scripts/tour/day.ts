import { launch } from '../../tests/support/app.ts'
import { beginTour } from './report.ts'
import { sampleShop } from './sample.ts'
import { customers, deliveries, files, firstRun, opening, promises } from './morning.ts'
import { checklist, everyPage, newsletter } from './paper.ts'
import { person } from './person.ts'

// A Tuesday on which the shop should have opened an hour ago.
const now = '2026-11-24T08:10:00+00:00'

const t = await launch({ now })
try {
  await t.page.clock.setFixedTime(new Date(now))
  await t.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1366, 768))
  const tour = beginTour(t, process.argv.includes('--docs'))
  await tour.step('A sample shop', () => sampleShop(tour))
  await tour.step('The first run', () => firstRun(tour))
  await tour.step('The files of the shop before', () => files(tour))
  await tour.step('Open, late', () => opening(tour))
  await tour.step('Deliveries, and what leaves the shelf', () => deliveries(tour))
  await tour.step('Promises', () => promises(tour))
  await tour.step('Customers', () => customers(tour))
  await tour.step('One customer', () => person(tour))
  await tour.step('The newsletter', () => newsletter(tour))
  await tour.step('The week on paper', () => checklist(tour))
  await tour.step('Every page', () => everyPage(tour))
  tour.end()
} finally {
  await t.close()
}
