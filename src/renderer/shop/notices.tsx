import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Problem } from '../../core/result.ts'

/** What the owner should know of the shop's file while working: a full disk, another program, an unsuitable folder. */
export function Notices({ notices }: { readonly notices: readonly Problem[] }) {
  const [read, setRead] = useState<readonly string[]>([])
  const shown = notices.filter(({ code }) => !read.includes(code))
  if (shown.length === 0) return null
  return (
    <div className="notices">
      {shown.map(({ code, message }) => (
        <Alert
          key={code}
          role="status"
          color="amber"
          variant="light"
          radius={0}
          py={6}
          icon={<IconAlertTriangle aria-hidden size={18} />}
        >
          <Group justify="space-between" gap="sm" wrap="nowrap">
            <span className="long-words">{message}</span>
            {/* What stops new work stays in sight. */}
            {code !== 'disk-full' && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                style={{ flexShrink: 0 }}
                onClick={() => setRead([...read, code])}
              >
                Understood
              </Button>
            )}
          </Group>
        </Alert>
      ))}
    </div>
  )
}
