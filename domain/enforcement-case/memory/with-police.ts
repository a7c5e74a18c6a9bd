// What does a case remember of its transfer to the police, and of what came back (国务院令310号)?

import { type Text, text } from '../../language/words.ts'

/** All absent: nothing was transferred. */
export type WithPolice = {
  /** 令310 5: the report asks for the transfer, so that its decision has three days. */
  transferAdvised?: boolean
  /** Where it stood when the transfer was decided, and where it goes on; null: it has come back. */
  transferredFrom?: 'investigation' | 'performance' | 'closing' | null
  transferDecidedOn?: string | null
  policeReceivedOn?: string | null
  /** When the procuratorate had its copy, and whether its receipt was asked for by an act of its own. */
  procuratorateCopiedAt?: string | null
  copyRecorded?: boolean
  /** The latest notice that nothing is filed, and what was asked upon it. */
  policeRefusedOn?: string | null
  /** 令310 8(2): false while the police owe the file back. */
  policeFileReturned?: boolean
  reconsiderationAskedOn?: string | null
  /** When the police got the request: their days run from there. */
  reconsiderationReceivedOn?: string | null
  policeReconsidered?: boolean
  filingSupervised?: boolean
  policeFiledOn?: string | null
  materialsHandedOver?: boolean
  /** 处罚法 35(2): the court has fined the party of the case, or persons of these identity numbers. */
  criminallyFined?: boolean
  personsFined?: string[]
  /** Sentenced without a fine: whether one of the authority may follow no article says. */
  convictedUnfined?: boolean
}

/** Before anything was decided of a transfer, also a second one. */
export const untransferred = {
  transferDecidedOn: null,
  policeReceivedOn: null,
  procuratorateCopiedAt: null,
  copyRecorded: false,
  policeRefusedOn: null,
  policeFileReturned: true,
  reconsiderationAskedOn: null,
  reconsiderationReceivedOn: null,
  policeReconsidered: false,
  filingSupervised: false,
  policeFiledOn: null,
  materialsHandedOver: false,
} satisfies WithPolice

/** What an officer reads who would fine after a sentence without a fine. */
export const unfinedFacet = ({ convictedUnfined }: WithPolice): { hint: Text } | null =>
  convictedUnfined === true
    ? {
        hint: text(
          '人民法院已判处刑罚而未判处罚金，能否再处罚款法律无明文，以下仅为暂行口径，请经法制审核确定',
          'Sentenced without a fine: no article says whether one may follow; provisional, to be settled in the legal review',
        ),
      }
    : null

/** Whether the police owe an answer still: to the transfer, or to the request that they reconsider. */
export const refusalOutstanding = (context: WithPolice): boolean =>
  typeof context.policeRefusedOn !== 'string' ||
  (typeof context.reconsiderationAskedOn === 'string' && context.policeReconsidered !== true)

export type Facts = Readonly<Record<string, unknown>>

/** The numbers of an answer, as a person writes them. */
export const personsIn = (answer: unknown): string[] =>
  typeof answer === 'string'
    ? answer
        .toUpperCase()
        .split(/[\s,，、;；]+/u)
        .filter((one) => one !== '')
    : []

/** As many persons as a case may have. */
const mostPersons = 20

export const personsFinedIn = ({ personsFined }: Facts): string[] => personsIn(personsFined)

/** Those of before and those of a form, each once. */
export const withPersons = (before: readonly string[] = [], more: readonly string[]): string[] =>
  [...new Set([...before, ...more])].slice(-mostPersons)

/** While this is so no penalty takes the place of the transfer (处罚法 27, 令310 11). */
export const isWithPolice = ({ transferredFrom }: WithPolice): boolean =>
  typeof transferredFrom === 'string'
