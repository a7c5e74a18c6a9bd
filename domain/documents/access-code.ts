// By which code does the person whom a paper concerns come in to read it, and how is the code printed?
import { createHmac } from 'node:crypto'
import type { DocumentContent } from '../model/document.ts'
import { paragraph } from './wording.ts'

/** Nothing that looks like something else: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 10

export const ownMatterAddress = (publicUrl: string): string => `${publicUrl}/public/own`

/** Follows from the paper and the server's secret: it lies nowhere but on the sheet, and ends with the paper. */
export const accessCode = (secret: string, document: string): string => {
  const bytes = createHmac('sha512', secret).update(`access-code ${document}`).digest()
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % alphabet.length))
  return fair
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
}

/** Two groups are easier to copy by hand. */
export const spacedAccessCode = (code: string): string =>
  `${code.slice(0, length / 2)} ${code.slice(length / 2)}`

/** The sheet with its code, last of all that it says; without a secret there is none. */
export const withAccessCode = (
  content: DocumentContent,
  document: string,
  secret: string | undefined,
): DocumentContent => {
  const { access } = content
  if (!access || !secret) return content
  const code = spacedAccessCode(accessCode(secret, document))
  const where = `本人凭案件编号${access.number}和查询码${code}，可在${access.address}查询本案办理情况、查阅文书、提交陈述申辩；届时向登记的手机号码发送验证码。查询码请勿告知他人。`
  return { ...content, blocks: [...content.blocks, paragraph(where)] }
}
