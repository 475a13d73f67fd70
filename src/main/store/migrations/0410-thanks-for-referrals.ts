import type { Migration } from './migration.ts'

/**
 * A thank-you knows which referral it is for, so that neither a new name nor a merge parts the two: of those that are open, the words
 * tell it a last time, in the order both were noted. Orders of files are found by their number and day. Who can be reached at a
 * further mail address or a further postal address alone is silent like everybody else.
 */
export const thanksForReferrals: Migration = {
  number: 410,
  name: 'thanks-for-referrals',
  statements: [
    `ALTER TABLE actions ADD COLUMN referralId INTEGER`,
    `UPDATE actions SET referralId = (
      SELECT owed.referralId FROM (
        SELECT id AS referralId, byId, what, row_number() OVER (PARTITION BY byId, what ORDER BY id) AS place FROM (
          SELECT referrals.id, referrals.byId, substr('Thank ' || sender.name || ' for sending ' || sent.name, 1, 500) AS what
          FROM referrals JOIN customers AS sender ON sender.id = referrals.byId
          JOIN customers AS sent ON sent.id = referrals.customerId)
      ) AS owed
      WHERE owed.byId = actions.aboutId AND owed.what = actions.what AND owed.place = (
        SELECT count(*) FROM actions AS before WHERE before.source = 'thanks' AND before.state = actions.state
          AND before.aboutId = actions.aboutId AND before.what = actions.what AND before.id <= actions.id))
    WHERE source = 'thanks' AND aboutKind = 'customer' AND state <> 'dropped'`,
    `CREATE INDEX actionsOfReferral ON actions (referralId) WHERE referralId IS NOT NULL`,
    `CREATE INDEX visitsOfOrder ON visits (sourceId, day) WHERE sourceId <> ''`,
    `UPDATE customerContact SET silentSinceMs = (
      SELECT coalesce(customerContact.lastHeardMs, createdAtMs) FROM customers WHERE id = customerContact.customerId)
    WHERE silentSinceMs IS NULL AND customerId IN (
      SELECT id FROM customers
      WHERE asideSinceMs IS NULL AND deceasedDay = '' AND (otherMails <> '' OR otherAddresses <> ''))`,
  ],
  images: {
    actions: ({ id }, ask) => ({
      referralId: ask('SELECT referralId FROM actions WHERE id = ?', id) ?? null,
    }),
  },
}
