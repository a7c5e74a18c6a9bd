// Is the signature under this document of the case valid?
import { askSignature } from '../client/case/documents.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { Examined } from './examined.tsx'
import { examinedWords as w } from './examined-words.ts'
import './examined.css'

const Signature = (props: { document: string }) => {
  const answer = useQuery(() => ({
    queryKey: ['signature', props.document],
    queryFn: () => askSignature(props.document),
  }))
  return (
    <Answered found={answer} what={w.loading} rows={3}>
      {(examination) => <Examined examination={examination()} />}
    </Answered>
  )
}

export default Signature
