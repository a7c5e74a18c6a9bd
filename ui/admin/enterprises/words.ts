// Which words do the pages of enterprises use?
import type { Text } from '../../../domain/language/words.ts'

export const enterpriseWords = {
  title: { zh: '企业', en: 'Enterprises' },
  lead: {
    zh: '登记企业，并为其主要负责人和安全管理员开通账号。',
    en: 'Register enterprises, and give their principals and safety officers accounts.',
  },
  seek: { zh: '名称、拼音首字母或统一社会信用代码', en: 'Name, initials or credit code' },
  seekLabel: { zh: '查找', en: 'Find' },
  nothing: { zh: '没有符合条件的企业', en: 'No enterprise matches' },
  add: { zh: '登记企业', en: 'Register an enterprise' },
  confirm: { zh: '确认登记', en: 'Register' },
  name: { zh: '企业名称', en: 'Name' },
  code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  codeHint: { zh: '18 位，末位为校验码', en: '18 characters, the last one is a check' },
  codeWrong: {
    zh: '统一社会信用代码有误：校验码不符（GB 32100）',
    en: 'The credit code is wrong: its check character does not fit (GB 32100)',
  },
  region: { zh: '所在县（市、区）', en: 'County' },
  choose: { zh: '请选择', en: 'Choose' },
  industry: { zh: '行业', en: 'Industry' },
  address: { zh: '地址', en: 'Address' },
  principal: { zh: '主要负责人', en: 'Principal' },
  accounts: { zh: '账号', en: 'Accounts' },
  noAccount: { zh: '还没有账号', en: 'No account yet' },
  addAccount: { zh: '开通账号', en: 'Give an account' },
  accountText: {
    zh: '设置密码的链接寄到其邮箱，72 小时内有效。',
    en: 'A link to set the password goes to the e-mail address, good for 72 hours.',
  },
  confirmAccount: { zh: '确认开通', en: 'Give it' },
  person: { zh: '姓名', en: 'Name' },
  username: { zh: '用户名', en: 'User name' },
  mail: { zh: '邮箱', en: 'E-mail' },
  role: { zh: '岗位', en: 'Role' },
  disabled: { zh: '已停用', en: 'disabled' },
  back: { zh: '返回企业列表', en: 'Back to the enterprises' },
} satisfies Record<string, Text>
