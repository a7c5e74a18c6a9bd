// Where can this person go?
import { useIsRouting, useLocation } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Me } from '../../domain/case/views.ts'
import type { Text } from '../../domain/case/words.ts'
import { paths } from '../paths.ts'
import { firstProcess, processes } from '../processes.ts'
import { queries } from '../queries.ts'
import { t, words } from '../words.ts'
import { Dialog } from './dialog.tsx'
import { useMe } from './me.tsx'
import { navigationWords } from './navigation-words.ts'
import { useQuery } from './query.ts'

/** `tab`: a place of the bottom bar of phones, too. */
type Link = { href: string; label: Text; count?: number; external?: true; tab?: true }
type Group = { label: Text; links: Link[] }

const staff = (me: Me, starts: Link[]): Group[] => [
  {
    label: navigationWords.inboxGroup,
    links: (['todo', 'pool', 'done', 'mine', 'cc'] as const).map((box) => ({
      href: paths.inbox(box),
      label: words[box],
      count: me.counts[box],
      ...(box === 'todo' || box === 'pool' ? { tab: true as const } : {}),
    })),
  },
  {
    label: navigationWords.workGroup,
    links: [
      { href: paths.cases, label: words.cases, tab: true },
      { href: paths.duty, label: navigationWords.duty, tab: true },
      { href: paths.cameras, label: navigationWords.cameras },
      { href: paths.warnings, label: navigationWords.warnings },
      { href: paths.ledger(), label: navigationWords.ledger },
      ...(supervises(me)
        ? [
            { href: paths.clocks, label: navigationWords.clocks },
            { href: paths.flow, label: navigationWords.flow },
          ]
        : []),
      { href: paths.licences, label: navigationWords.licences },
      { href: paths.statistics, label: navigationWords.statistics },
      { href: paths.team, label: heads(me) ? navigationWords.team : navigationWords.substitution },
      { href: paths.process(me.starts[0] ?? firstProcess), label: navigationWords.processBook },
    ],
  },
  ...(starts.length > 0 ? [{ label: navigationWords.startGroup, links: starts }] : []),
  {
    label: navigationWords.systemGroup,
    links: [
      { href: paths.me, label: navigationWords.me },
      { href: paths.ownServices, label: navigationWords.services },
      { href: paths.limits, label: navigationWords.limits },
      { href: paths.rules, label: navigationWords.rules },
      { href: paths.laboratory, label: navigationWords.laboratory },
      { href: paths.health, label: navigationWords.health },
      ...(administers(me) ? [{ href: paths.calendars, label: navigationWords.calendars }] : []),
      ...demoLinks(me),
    ],
  },
]

/** Those who answer for the work of an office. */
const heads = (me: Me) => me.appointments.some(({ role }) => role === 'section-chief' || role === 'leader')

const administers = (me: Me) => me.appointments.some(({ role }) => role === 'administrator')

/** Those who answer for the time of others. */
const supervises = (me: Me) => me.appointments.some(({ role }) => role === 'supervisor' || role === 'leader')

const party = (me: Me, starts: Link[]): Group[] => [
  {
    label: navigationWords.workGroup,
    links: [
      { href: paths.matters, label: words.myMatters, count: me.counts.todo, tab: true },
      ...starts.map((link, n) => (n < 2 ? { ...link, tab: true as const } : link)),
      { href: paths.duty, label: navigationWords.ownAlarms, tab: true },
      { href: paths.ledger(), label: navigationWords.ledger },
    ],
  },
  {
    label: navigationWords.more,
    links: [
      { href: paths.licences, label: navigationWords.licences },
      { href: paths.ownServices, label: navigationWords.services },
      { href: paths.ownStatistics(), label: navigationWords.ownStatistics },
      { href: paths.process(me.starts[0] ?? firstProcess), label: navigationWords.processBook },
      { href: paths.me, label: navigationWords.me },
      ...demoLinks(me),
    ],
  },
]

const demoLinks = (me: Me): Link[] => (me.demo ? [{ href: paths.mailbox, label: navigationWords.mailbox, external: true }] : [])

const useGroups = () => {
  const me = useMe()
  const list = useQuery(queries.processes)
  return createMemo(() => {
    const known = list.isSuccess ? list.data.items : []
    const starts = known
      .filter((process) => me().starts.includes(process.id))
      .map((process) => ({ href: paths.report(process.id), label: processes[process.id]?.start ?? process.title }))
    return me().enterprise ? party(me(), starts) : staff(me(), starts)
  })
}

/** Every place the person can go to, in the order of the rail. */
export const usePlaces = () => {
  const groups = useGroups()
  return () => groups().flatMap(({ links }) => links)
}

/** `/inbox` alone means the first box. */
const useHere = () => {
  const location = useLocation()
  const isUnderWay = useIsRouting()
  return (href: string) => {
    // What is made while one is on the way is not told when one is there: then it asks again.
    isUnderWay()
    const here = location.pathname === '/inbox' ? paths.inbox((location.query.box as 'todo' | undefined) ?? 'todo') : location.pathname
    return here === href
  }
}

const NavLink = (props: { link: Link; onGo?: () => void }) => {
  const here = useHere()
  return (
    <a
      class="nav-link"
      href={props.link.href}
      rel={props.link.external ? 'external' : undefined}
      target={props.link.external ? '_blank' : undefined}
      aria-current={here(props.link.href) ? 'page' : undefined}
      onClick={() => props.onGo?.()}
    >
      <span>{t(props.link.label)}</span>
      <Show when={props.link.count}>{(count) => <span class="count">{count()}</span>}</Show>
    </a>
  )
}

const Groups = (props: { groups: Group[]; onGo?: () => void }) => (
  <For each={props.groups}>
    {(group) => (
      <div class="nav-group">
        <p class="nav-heading">{t(group.label)}</p>
        <For each={group.links}>{(link) => <NavLink link={link} onGo={() => props.onGo?.()} />}</For>
      </div>
    )}
  </For>
)

/** The left rail of wide screens. */
export const Rail = () => {
  const me = useMe()
  const groups = useGroups()
  return (
    <nav class="rail" aria-label={t(navigationWords.mainNavigation)}>
      <Groups groups={groups()} />
      <Show when={me().demo}>
        <p class="rail-note">{t(navigationWords.demo)}</p>
      </Show>
    </nav>
  )
}

/** The bottom bar of phones: four places and everything else. */
export const TabBar = () => {
  const [open, setOpen] = createSignal(false)
  const groups = useGroups()
  const tabs = () => groups().flatMap(({ links }) => links.filter(({ tab }) => tab))
  return (
    <nav class="tabbar" aria-label={t(navigationWords.mainNavigation)}>
      <For each={tabs()}>{(link) => <NavLink link={link} />}</For>
      <button type="button" class="nav-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(navigationWords.more)}
      </button>
      <Dialog open={open()} title={t(navigationWords.more)} onClose={() => setOpen(false)}>
        <Groups groups={groups()} onGo={() => setOpen(false)} />
      </Dialog>
    </nav>
  )
}
