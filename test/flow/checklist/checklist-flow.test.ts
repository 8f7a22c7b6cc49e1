import { describe, expect, it } from 'vitest'
import {
  type ChecklistAction,
  type ChecklistState,
  checklistFlow,
  standing,
  startChecklist,
} from '../../../src/flow/checklist.ts'
import { officeWork } from './office.ts'

const work = officeWork()

function having(...actions: readonly ChecklistAction[]): ChecklistState {
  return actions.reduce((state, action) => checklistFlow(work, state, action), startChecklist(work))
}

const ANSWERS: readonly ChecklistAction[] = work.groups.map(({ suggestion }) => ({
  do: 'purpose',
  purpose: suggestion ?? 'host',
}))

function stateOf(state: ChecklistState, id: string) {
  const found = standing(work, state).items.find(({ item }) => item.id === id)
  if (!found) throw new Error(`The checklist has no item ${id}.`)
  return found
}

describe('purposes', () => {
  it('are asked for equal ports at once, with what the description suggests', () => {
    expect(work.groups.map(({ ports, suggestion }) => [ports, suggestion])).toEqual([
      [['GigabitEthernet1/0/1', 'GigabitEthernet1/0/2'], 'host'],
      [['GigabitEthernet1/0/3'], null],
      [['GigabitEthernet1/0/4'], null],
      [['GigabitEthernet1/0/10'], 'hypervisor'],
      [['GigabitEthernet1/0/24'], 'uplink'],
    ])
  })

  it('lead to the items, may be left open, and can be gone back to', () => {
    const asked = having(...ANSWERS)
    expect(asked).toMatchObject({ doing: 'items', purposes: { 'GigabitEthernet1/0/2': 'host' } })
    expect(having({ do: 'purpose', purpose: null })).toMatchObject({ group: 1, purposes: {} })
    expect(checklistFlow(work, asked, { do: 'to-purposes' })).toMatchObject({ doing: 'purposes', group: 0 })
  })

  it('are not asked again where a draft holds them all', () => {
    const { purposes } = having(...ANSWERS)
    expect(startChecklist(work, { purposes }).doing).toBe('items')
  })
})

describe('items', () => {
  it('stand open where an attack works, and hold once their own lines are typed', () => {
    const asked = having(...ANSWERS)
    const open = stateOf(asked, 'H1')
    expect(open.state).toBe('open')
    expect(open.findings[0]?.judgement.evidence?.reached).toBe(true)
    const fixed = checklistFlow(work, asked, { do: 'edit', lines: open.fix })
    expect(stateOf(fixed, 'H1').state).toBe('holds')
    expect(stateOf(checklistFlow(work, fixed, { do: 'undo' }), 'H1').state).toBe('open')
  })

  it('see double tagging from the desk in VLAN 1 and close it', () => {
    const asked = having(...ANSWERS)
    const { state, fix } = stateOf(asked, 'N1')
    expect(state).toBe('open')
    expect(stateOf(checklistFlow(work, asked, { do: 'edit', lines: fix }), 'N1').state).toBe('holds')
  })

  it('say what a service loses when mode access goes on the port to the ESX host', () => {
    const end = (port: string) => ({ device: 'OFFICE', port })
    const services = [
      { name: 'vMotion', vlan: 20, ends: [end('GigabitEthernet1/0/4'), end('GigabitEthernet1/0/10')] },
    ]
    const before = having(...ANSWERS, { do: 'services', services })
    expect(standing(work, before).verdict.services.map(({ works }) => works)).toEqual([true])
    const lines = ['interface GigabitEthernet1/0/10', 'switchport mode access']
    const after = checklistFlow(work, before, { do: 'edit', lines })
    expect(standing(work, after).verdict.services.map(({ works }) => works)).toEqual([false])
  })

  it('that nothing can check are ticked by hand, and a tick settles no attack', () => {
    const asked = having(...ANSWERS)
    const at = (id: string) => work.items.findIndex((item) => item.id === id)
    const tick = (id: string, what: 'done' | 'accepted' | null) =>
      stateOf(
        checklistFlow(work, checklistFlow(work, asked, { do: 'goto', item: at(id) }), {
          do: 'tick',
          tick: what,
        }),
        id,
      ).state
    expect(stateOf(asked, 'P3').state).toBe('yours')
    expect(tick('P3', 'done')).toBe('done')
    expect(tick('P3', null)).toBe('yours')
    expect(tick('H1', 'done')).toBe('open')
    expect(tick('H1', 'accepted')).toBe('accepted')
  })

  it('are gone through in order and stop at both ends', () => {
    expect(having({ do: 'back' }).item).toBe(0)
    expect(having({ do: 'goto', item: 99 }, { do: 'next' }).item).toBe(work.items.length - 1)
  })
})

describe('edits', () => {
  it('that the switch refuses change nothing and are told', () => {
    const refused = having({
      do: 'edit',
      lines: ['interface GigabitEthernet1/0/1', 'switchport nonegotiate'],
    })
    expect(refused.edits).toEqual([])
    expect(refused.refused?.answer.text).toMatch(/^Command rejected/)
    expect(checklistFlow(work, refused, { do: 'edit', lines: ['vlan dot1q tag native'] }).refused).toBeNull()
  })

  it('become a patch and its way back', () => {
    const lines = ['interface GigabitEthernet1/0/1', 'switchport mode access']
    const { patch } = standing(work, having({ do: 'edit', lines }))
    expect(patch.commands.map(({ line }) => line)).toEqual([
      'interface GigabitEthernet1/0/1',
      ' switchport mode access',
    ])
    expect(patch.rollback.map(({ line }) => line)).toEqual([
      'interface GigabitEthernet1/0/1',
      ' no switchport mode',
    ])
  })
})
