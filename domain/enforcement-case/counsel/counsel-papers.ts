// What does the paper say that a counsel takes away, with the code by which he comes in?
import { letter, paragraph, table } from '../../documents/wording.ts'
import type { DocumentDefinition, DocumentSource, Row } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'

type Kind = 'party-counsel' | 'enterprise-counsel'

const answers = { 'party-counsel': 'counselName', 'enterprise-counsel': 'agentName' } as const

const stoodFor = (source: DocumentSource, opening: string): Row => {
  const nth = source.value('represents', opening)
  return ['被代理人', nth === '' ? source.party.name : `本案当事人（个人）第${nth}号`]
}

const accepted = (kind: Kind): DocumentDefinition => {
  const opening = `name-${kind}`
  return letter(
    `accept-${kind}`,
    documentWords[`accept-${kind}`],
    '代理',
    (source) => ({
      to: source.value(answers[kind], opening),
      blocks: [
        paragraph(
          '经核对，你的授权委托手续符合要求，可以在委托期限内、授权范围内代理下列当事人参加本案。',
        ),
        table(
          ['案件编号', source.record.number],
          stoodFor(source, opening),
          source.rows([answers[kind], 'firm', 'scope', 'from', 'until'], opening),
        ),
        paragraph('委托解除或者期限届满的，代理权限终止，本文书所载查询码失效。'),
      ],
    }),
    { item: kind, confidential: true, access: true, audience: 'internal' },
  )
}

export const counselPapers: DocumentDefinition[] = [
  accepted('party-counsel'),
  accepted('enterprise-counsel'),
]
