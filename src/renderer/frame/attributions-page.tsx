import { Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type NamedPackage, packages, works } from './attributions.ts'
import { Page } from '../ui/page.tsx'
import { useFormats } from '../ui/use-formats.ts'
import './attributions.css'

/** Whose work the program is made of, and under which licences. */
export function AttributionsPage() {
  const formats = useFormats()
  return (
    <Page
      title="Attributions"
      finding={`Wellkept is made with the work of others: ${works.length} works of data, type and machinery, ${formats.number(packages.length)} packages of code`}
    >
      <Stack className="panel" p="md" gap="sm">
        <Title order={2} size={18}>
          Data, type and machinery
        </Title>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What</Table.Th>
              <Table.Th>From</Table.Th>
              <Table.Th>Licence</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {works.map(({ what, from, licence, url }) => (
              <Table.Tr key={what}>
                <Table.Td>{what}</Table.Td>
                <Table.Td>
                  {from}
                  <Text className="quiet" size="sm">
                    {url}
                  </Text>
                </Table.Td>
                <Table.Td>{licence}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
      <Stack className="panel" p="md" gap="sm">
        <Title order={2} size={18}>
          Code
        </Title>
        <div>
          {packages.map((one) => (
            <Package key={`${one.name} ${one.version}`} {...one} />
          ))}
        </div>
      </Stack>
    </Page>
  )
}

/** One line; opened, the whole licence. */
function Package({ name, version, licence, author, homepage, text }: NamedPackage) {
  const [open, setOpen] = useState(false)
  return (
    <details className="package" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name} {version} <span className="quiet">– {[licence, author].filter(Boolean).join(', ')}</span>
      </summary>
      {open && (
        <div className="licence">
          <Text className="quiet" size="sm">
            {homepage}
          </Text>
          {text ? <pre>{text}</pre> : <Text>The package brings no licence text of its own.</Text>}
        </div>
      )}
    </details>
  )
}
