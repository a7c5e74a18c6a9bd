// With which closed list of codes may anything in the product refuse?
import type { Text } from './words.ts'

/** Every code with its HTTP status and its words (RFC 9457 `title`). */
export const errorCodes = {
  'invalid-json': {
    status: 400,
    title: { zh: '请求内容不是有效的 JSON', en: 'The request body is not valid JSON' },
  },
  'invalid-input': { status: 422, title: { zh: '填写内容有误', en: 'The input is not valid' } },
  unauthenticated: { status: 401, title: { zh: '请先登录', en: 'Sign in first' } },
  'wrong-credentials': {
    status: 401,
    title: { zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  },
  'wrong-code': {
    status: 401,
    title: { zh: '验证码不正确或已失效', en: 'The code is wrong or no longer valid' },
  },
  'bad-signature': {
    status: 401,
    title: {
      zh: '签名、时间戳或一次性随机数无效',
      en: 'Signature, time stamp or nonce is not valid',
    },
  },
  'sign-in-held': {
    status: 429,
    title: {
      zh: '此处输错次数过多，请稍候再试',
      en: 'Too many wrong attempts from here, wait a moment',
    },
  },
  'rate-limited': {
    status: 429,
    title: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests, try again later' },
  },
  'cross-site': { status: 403, title: { zh: '拒绝跨站请求', en: 'Cross-site request refused' } },
  'not-allowed': { status: 403, title: { zh: '您不能进行此操作', en: 'You may not do this' } },
  'too-often': {
    status: 403,
    title: { zh: '已达到频次上限', en: 'As often as allowed already' },
  },
  'not-found': {
    status: 404,
    title: { zh: '没有可供您查看的内容', en: 'There is nothing here that you may read' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '该地址不支持这种请求方法', en: 'The address does not know this method' },
  },
  'unknown-act': { status: 422, title: { zh: '没有这种操作', en: 'There is no such act' } },
  'unknown-rule': {
    status: 404,
    title: { zh: '规则库中没有这条规则', en: 'The rule book has no such rule' },
  },
  'rule-not-in-force': {
    status: 422,
    title: { zh: '该规则在此日期未生效', en: 'The rule is not in force on that date' },
  },
  'not-possible-now': {
    status: 409,
    title: { zh: '当前状态不能进行此操作', en: 'Not possible in the present state' },
  },
  'task-not-open': {
    status: 409,
    title: { zh: '该任务已经办结或已收回', en: 'The task is no longer open' },
  },
  'stale-revision': {
    status: 409,
    title: { zh: '案件在您打开之后已有变化', en: 'The case has changed since you opened it' },
  },
  'key-reused': {
    status: 422,
    title: { zh: '同一幂等键用于不同内容', en: 'The same idempotency key came with other content' },
  },
  'case-closed': { status: 409, title: { zh: '案件已经办结', en: 'The case is closed' } },
  'file-too-large': { status: 413, title: { zh: '文件超过大小限制', en: 'The file is too large' } },
  'upload-offset': {
    status: 409,
    title: { zh: '上传位置与服务器已收到的不一致', en: 'The upload goes on from another place' },
  },
  'upload-quota': {
    status: 429,
    title: {
      zh: '未传完或未提交的文件过多',
      en: 'Too many uploads that are not finished or not handed in',
    },
  },
  'no-space': {
    status: 507,
    title: { zh: '服务器存储空间不足', en: 'The server has no room for it' },
  },
  'hash-differs': {
    status: 422,
    title: {
      zh: '收到的内容与校验值不一致',
      en: 'What arrived does not have the hash that was told',
    },
  },
  'file-unsafe': {
    status: 422,
    title: { zh: '文件含有不安全的内容', en: 'The file holds unsafe content' },
  },
  'file-type-refused': {
    status: 415,
    title: { zh: '不接受这种文件', en: 'This kind of file is not accepted' },
  },
  'laboratory-only': {
    status: 404,
    title: { zh: '仅在时钟实验室模式下可用', en: 'Only in clock laboratory mode' },
  },
  unavailable: {
    status: 503,
    title: { zh: '服务暂时不可用，请重试', en: 'Temporarily unavailable, try again' },
  },
  internal: { status: 500, title: { zh: '系统内部错误', en: 'Internal error' } },
} as const satisfies Record<string, { status: number; title: Text }>

export type ErrorCode = keyof typeof errorCodes

/** The one error that carries a code to the outside; anything else is a defect and becomes `internal`. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly reasons: Text[]
  readonly details: Record<string, unknown>
  constructor(code: ErrorCode, reasons: Text[] = [], details: Record<string, unknown> = {}) {
    super(
      `${code}${reasons.length > 0 ? `: ${reasons.map((reason) => reason.en).join('; ')}` : ''}`,
    )
    this.name = 'DomainError'
    this.code = code
    this.reasons = reasons
    this.details = details
  }
}

/** The error as plain data, for a stored answer or an RFC 9457 body. */
export const toProblem = (error: DomainError) => ({
  code: error.code,
  status: errorCodes[error.code].status,
  title: errorCodes[error.code].title,
  reasons: error.reasons,
  details: error.details,
})

export type Problem = ReturnType<typeof toProblem>
