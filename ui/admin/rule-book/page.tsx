// Which periods and which amounts of law does the system know? (S16)
import { useSearchParams } from '@solidjs/router'
import { Amounts } from '../amounts/list.tsx'
import { RuleBook } from '../rules/page.tsx'

const RuleBookPage = () => {
  const [query, setQuery] = useSearchParams<{ amount?: string }>()
  return (
    <>
      <RuleBook />
      <Amounts chosen={query.amount} onClose={() => setQuery({ amount: '' })} />
    </>
  )
}

export default RuleBookPage
