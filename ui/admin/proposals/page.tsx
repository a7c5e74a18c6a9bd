// A change that is there, or one that is being entered?
import { useParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import AmountNew from '../amounts/propose.tsx'
import NoticeNew from '../calendars/propose.tsx'
import RuleNew from '../rules/propose.tsx'
import Change from './proposal.tsx'

/** One file for all of it: pages of a few administrators need no files of their own. */
const ChangePage = () => {
  const params = useParams<{ id: string }>()
  return (
    <Switch fallback={<Change />}>
      <Match when={params.id === 'notice'}>
        <NoticeNew />
      </Match>
      <Match when={params.id === 'amount'}>
        <AmountNew />
      </Match>
      <Match when={params.id === 'new'}>
        <RuleNew />
      </Match>
    </Switch>
  )
}

export default ChangePage
