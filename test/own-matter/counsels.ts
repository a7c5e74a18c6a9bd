// Which forms name the counsels of a test?
export const partyCounsel = {
  represents: 1,
  counselName: 'CO·name',
  counselIdentity: '330802198001010016',
  counselMobile: '13833330003',
  firm: 'CO·firm',
  scope: 'general',
  from: '2026-03-02',
  until: '2026-03-31',
}
export const enterpriseCounsel = {
  agentName: 'CE·name',
  agentIdentity: '330802198002020013',
  agentMobile: '13844440004',
  firm: 'CE·firm',
  scope: 'special',
  from: '2026-03-02',
  until: '2026-03-31',
}
