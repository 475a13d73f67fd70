import { Link, useLocation } from 'wouter'
import { useRead } from '../use-call.ts'
import { pages } from './pages.ts'
import { useFormats } from '../ui/use-formats.ts'

/** The pages, each with the count of what waits there. */
export function Nav() {
  const formats = useFormats()
  const [location] = useLocation()
  const counts = useRead('today.list', {}, { live: true }).value?.counts
  return (
    <nav aria-label="Pages">
      {pages.map(({ path, name, Icon }) => {
        const waiting = counts?.[path] ?? 0
        return (
          <Link
            key={path}
            href={path}
            className="nav-link"
            aria-current={location === path ? 'page' : undefined}
          >
            <Icon size={18} aria-hidden stroke={1.6} />
            <span className="name">{name}</span>
            {waiting > 0 && (
              <span className="count" title={`${waiting} waiting`}>
                {formats.number(waiting)}
              </span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
